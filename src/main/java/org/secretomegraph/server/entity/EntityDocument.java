package org.secretomegraph.server.entity;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFWriter;
import org.secretomegraph.pages.PageTemplate;
import org.secretomegraph.release.export.SchemaOrg;

/** A thing's description in one of its forms. */
public final class EntityDocument {
    private final Supplier<PageTemplate> page;

    EntityDocument(Supplier<PageTemplate> page) {
        this.page = page;
    }

    byte[] of(Entities things, Node thing, String path, Representation form) {
        if (form == Representation.HTML) {
            String script = new SchemaOrg(things.asserted()).describe(thing).map(JSON::toString)
                    .map(EntityDocument::inScript).orElse("");
            return page.get().filledWith(new EntityPageModel(things, thing).page(path, script))
                    .getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RDFWriter.source(BoundedDescription.of(thing, things)).format(form.format()).output(out);
        return out.toByteArray();
    }

    /** Within a script element no tag and no comment may begin; JSON can say the same otherwise. */
    public static String inScript(String json) {
        return json.replace("<", "\\u003c");
    }
}
