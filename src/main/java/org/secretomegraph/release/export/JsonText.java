package org.secretomegraph.release.export;

import java.util.Collection;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;

/** JSON as text and lists. Objects keep the order in which they were filled, so the text is the same every time. */
final class JsonText {
    private JsonText() {}

    static String text(JsonObject object) {
        return JSON.toString(object).replace("\r\n", "\n").stripTrailing() + "\n";
    }

    static JsonArray texts(Collection<String> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array;
    }

    static JsonArray array(Collection<? extends JsonValue> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array;
    }
}
