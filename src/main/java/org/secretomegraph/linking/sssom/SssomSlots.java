package org.secretomegraph.linking.sssom;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.graph.NodeFactory;

/**
 * The slots of SSSOM 1.1, in the schema's order.
 *
 * @param ofSet     slots of a mapping set, by name
 * @param ofMapping slots of a mapping, by name
 */
public record SssomSlots(Map<String, SssomSlot> ofSet, Map<String, SssomSlot> ofMapping) {
    private static final String FILE = "/link/sssom-slots.tsv";

    static SssomSlots bundled() {
        SssomSlots slots = new SssomSlots(new LinkedHashMap<>(), new LinkedHashMap<>());
        try (InputStream in = SssomSlots.class.getResourceAsStream(FILE);
                var rows = CsvReader.builder().fieldSeparator('\t').quoteCharacter('\0')
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var row : rows) {
                SssomSlot slot = new SssomSlot(row.getField("slot"),
                        SssomSlot.Type.valueOf(row.getField("type").toUpperCase(Locale.ROOT)),
                        NodeFactory.createURI(row.getField("property")), row.getField("required").equals("yes"),
                        row.getField("multivalued").equals("yes"), row.getField("propagated").equals("yes"),
                        values(row.getField("values")));
                (row.getField("on").equals("set") ? slots.ofSet : slots.ofMapping).put(slot.name(), slot);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
