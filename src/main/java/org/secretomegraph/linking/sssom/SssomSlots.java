package org.secretomegraph.linking.sssom;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.graph.NodeFactory;
import org.secretomegraph.io.ResourceTable;

/**
 * The slots of SSSOM 1.1, in the schema's order.
 *
 * @param ofSet     slots of a mapping set, by name
 * @param ofMapping slots of a mapping, by name
 */
public record SssomSlots(Map<String, SssomSlot> ofSet, Map<String, SssomSlot> ofMapping) {

    static SssomSlots bundled() {
        SssomSlots slots = new SssomSlots(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (var row : ResourceTable.read("/linking/sssom-slots.tsv")) {
            SssomSlot slot = new SssomSlot(row.getField("slot"),
                    SssomSlot.Type.valueOf(row.getField("type").toUpperCase(Locale.ROOT)),
                    NodeFactory.createURI(row.getField("property")), row.getField("required").equals("yes"),
                    row.getField("multivalued").equals("yes"), row.getField("propagated").equals("yes"),
                    values(row.getField("values")));
            (row.getField("on").equals("set") ? slots.ofSet : slots.ofMapping).put(slot.name(), slot);
        }
        return slots;
    }

    private static Map<String, String> values(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        Arrays.stream(text.split("\\|")).filter(v -> !v.isEmpty()).forEach(
                v -> values.put(v.replaceFirst("=.*$", ""), v.contains("=") ? v.replaceFirst("^[^=]*=", "") : ""));
        return values;
    }
}
