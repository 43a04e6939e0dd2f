package org.secretomegraph.linking.release;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** The meta object of a node or graph, as far as it is read. */
final class OboGraphsMeta {
    final List<String> exactSynonyms = new ArrayList<>();
    final List<String> otherSynonyms = new ArrayList<>();
    final List<Value> values = new ArrayList<>();
    String version = "";
    boolean deprecated;

    /** A property and what it says. */
    record Value(String property, String value) {}

    /** What the meta object of a graph says of the ontology. */
    void header(BiConsumer<HeaderField, String> out) {
        out.accept(HeaderField.VERSION, version);
        for (Value v : values) {
            OwlTripleAdapter.headerField(v.property()).ifPresent(field -> out.accept(field, v.value()));
        }
    }
}
