package org.secretomegraph.linking.sssom;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.Source;
import org.secretomegraph.io.SyntaxException;

/**
 * A mapping set as a source of the graph, in a named graph of its own: one triple for each mapping (SKOS mostly), and
 * beside it the axiom that says who found it, why and how sure, as SSSOM's RDF format has it
 * (https://github.com/mapping-commons/sssom, src/docs/spec-formats-rdf.md). What the set says of all its mappings is
 * said of each, because SPARQL knows nothing of propagation. A negated mapping has its axiom only.
 */
public record MappingSetSource(Path file) implements Source {
    private static final String SSSOM = "https://w3id.org/sssom/";
    private static final Set<String> NODES = Set.of("record_id");

    @Override
    public void addTo(DatasetGraph dataset) {
        MappingSet set = MappingSet.read(file);
        new Writing(set, SssomSlots.bundled(), NamedGraphs.mappings(stem()), dataset).all();
    }

    private String stem() {
        return file.getFileName().toString().replaceFirst("(\\.sssom)?\\.tsv$", "");
    }

    /** One reading of one set. */
    private record Writing(MappingSet set, SssomSlots slots, Node graph, DatasetGraph dataset) {

        void all() {
            Node about =
                    required("mapping_set_id", set.slots().getOrDefault("mapping_set_id", List.of()), slots.ofSet());
            required("license", set.slots().getOrDefault("license", List.of()), slots.ofSet());
            add(about, RDF.type.asNode(), iri("MappingSet"));
            Map<String, List<String>> common = new LinkedHashMap<>();
            set.slots().forEach((name, values) -> {
                SssomSlot slot = defined(slots.ofSet(), name);
                if (slot.propagated() && set.rows().stream().noneMatch(row -> row.cells().containsKey(name))) {
                    common.put(name, values);
                } else if (!name.equals("mapping_set_id")) {
                    addSlot(about, slot, values, 1);
                }
            });
            Set<String> records = new HashSet<>();
            set.rows().forEach(row -> mapping(about, row, common, records));
        }

        private void mapping(Node about, MappingSet.Row row, Map<String, List<String>> common, Set<String> records) {
            Node axiom = Optional.ofNullable(row.cells().get("record_id")).map(id -> node("record_id", id, row.line()))
                    .orElseGet(NodeFactory::createBlankNode);
            if (!records.add(axiom.toString())) {
                throw bad(row.line(), "the record_id " + axiom + " stands twice");
            }
            Node subject = cell("subject_id", row);
            Node predicate = cell("predicate_id", row);
            Node object = cell("object_id", row);
            cell("mapping_justification", row);
            add(about, iri("mappings"), axiom);
            add(axiom, RDF.type.asNode(), OWL2.Axiom.asNode());
            row.cells().forEach((name, value) -> {
                SssomSlot slot = slots.ofMapping().get(name);
                // A column that SSSOM does not know must be passed over by its readers.
                if (slot != null && !NODES.contains(name)) {
                    addSlot(axiom, slot, slot.multiple() ? parts(value) : List.of(value), row.line());
                }
            });
            common.forEach((name, values) -> addSlot(axiom, defined(slots.ofMapping(), name), values, row.line()));
            boolean isTriple = !row.cells().containsKey("predicate_modifier") && !subject.equals(iri("NoTermFound"))
                    && !object.equals(iri("NoTermFound"));
            if (isTriple) {
                add(subject, predicate, object);
            }
        }

        /** Parts between bars; a backslash before a bar or a backslash makes it plain. */
        private static List<String> parts(String value) {
            List<String> parts = new ArrayList<>();
            StringBuilder part = new StringBuilder();
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                boolean escapes = c == '\\' && i + 1 < value.length() && "|\\".indexOf(value.charAt(i + 1)) >= 0;
                if (escapes) {
                    part.append(value.charAt(++i));
                } else if (c == '|') {
                    parts.add(part.toString());
                    part.setLength(0);
                } else {
                    part.append(c);
                }
            }
            parts.add(part.toString());
            return parts;
        }

        private Node cell(String name, MappingSet.Row row) {
            String value = row.cells().get(name);
            if (value == null) {
                throw bad(row.line(), "a mapping without " + name);
            }
            return node(name, value, row.line());
        }

        private Node node(String name, String value, long line) {
            SssomSlot slot = defined(slots.ofMapping(), name);
            return slot.node(value, set.prefixes()).orElseThrow(() -> wrong(slot, value, line));
        }

        private Node required(String name, List<String> values, Map<String, SssomSlot> of) {
            if (values.isEmpty()) {
                throw bad(1, "the set has no " + name);
            }
            SssomSlot slot = defined(of, name);
            return slot.node(values.get(0), set.prefixes()).orElseThrow(() -> wrong(slot, values.get(0), 1));
        }

        /** A slot that SSSOM defines: the set was read without others, and each propagated one is a mapping's too. */
        private static SssomSlot defined(Map<String, SssomSlot> of, String name) {
            return Objects.requireNonNull(of.get(name), name);
        }

        private void addSlot(Node about, SssomSlot slot, List<String> values, long line) {
            values.forEach(value -> add(about, slot.property(),
                    slot.node(value, set.prefixes()).orElseThrow(() -> wrong(slot, value, line))));
        }

        private SyntaxException wrong(SssomSlot slot, String value, long line) {
            return bad(line, "'" + value + "' in " + slot.name() + switch (slot.type()) {
                case ENTITY -> " is no CURIE with a prefix of the curie_map";
                case URI -> " is not an absolute IRI";
                case DATE -> " is not a date such as 2026-11-23";
                case NUMBER -> " is not a number from 0 to 1";
                case ENUM -> " is none of " + String.join(", ", slot.values().keySet());
                case TEXT -> " is not a text";
            });
        }

        private SyntaxException bad(long line, String problem) {
            return new SyntaxException(set.file().toString(), line, 0, problem);
        }

        private void add(Node subject, Node property, Node value) {
            dataset.add(graph, subject, property, value);
        }

        private static Node iri(String name) {
            return NodeFactory.createURI(SSSOM + name);
        }
    }
}
