package org.secretomegraph.release.export;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.secretomegraph.io.ResourceTable;
import org.secretomegraph.vocab.Curie;
import org.secretomegraph.vocab.Scso;

/**
 * How our terms and relations are said in the Biolink Model 4.4.4 (github.com/biolink/biolink-model): three tables of
 * resources, so that a modeller can read and change them without Java.
 */
record Biolink(Map<Node, String> categories, Map<Node, Predicate> predicates, List<Association> associations) {
    /** The category of what has no better one. */
    static final String ANYTHING = "biolink:NamedThing";
    private static final String ANY_ASSOCIATION = "biolink:Association";
    private static final Map<String, Set<String>> GROUPS = Map.of(
            "gene", Set.of("biolink:Gene", "biolink:MicroRNA"),
            "chemical",
            Set.of("biolink:ChemicalEntity", "biolink:ComplexMolecularMixture", "biolink:ProcessedMaterial"));

    /**
     * A predicate and its qualifiers; those that do not apply are empty.
     *
     * @param turned whether subject and object change places
     */
    record Predicate(String name, boolean turned, String qualified, String aspect, String direction) {}

    /** A narrower kind of edge, by its predicate and the categories, or groups of categories, of its ends. */
    record Association(String predicate, String subject, String object, String name) {
        boolean fits(String p, String from, String to) {
            return predicate.equals(p) && isIn(subject, from) && isIn(object, to);
        }
    }

    static Biolink model() {
        Map<Node, String> categories = new LinkedHashMap<>();
        rows("categories").forEach(row -> categories.put(
                NodeFactory.createURI(Curie.expand(row.getField("class")).orElseThrow()), row.getField("category")));
        Map<Node, Predicate> predicates = new LinkedHashMap<>();
        rows("predicates").forEach(row -> predicates.put(Scso.term(row.getField("relation")),
                new Predicate(row.getField("predicate"), row.getField("turned").equals("turned"),
                        row.getField("qualified_predicate"), row.getField("aspect"), row.getField("direction"))));
        List<Association> associations = rows("associations").stream()
                .map(row -> new Association(row.getField("predicate"), row.getField("subject"),
                        row.getField("object"), row.getField("association")))
                .toList();
        return new Biolink(categories, predicates, associations);
    }

    String category(NodeView thing) {
        Set<Node> kinds = thing.kinds();
        return categories.entrySet().stream().filter(e -> kinds.contains(e.getKey())).map(Map.Entry::getValue)
                .findFirst().orElse(ANYTHING);
    }

    Optional<Predicate> predicate(Node relation) {
        return Optional.ofNullable(predicates.get(relation));
    }

    /** The narrowest kind of edge that the model has between these categories. */
    String association(String predicate, String from, String to) {
        return associations.stream().filter(a -> a.fits(predicate, from, to)).map(Association::name).findFirst()
                .orElse(ANY_ASSOCIATION);
    }

    static boolean hasAspects(String category) {
        return GROUPS.keySet().stream().anyMatch(group -> isIn(group, category));
    }

    private static boolean isIn(String group, String category) {
        return GROUPS.getOrDefault(group, Set.of(group)).contains(category);
    }

    private static List<NamedCsvRecord> rows(String table) {
        return ResourceTable.read("/release/biolink-" + table + ".tsv");
    }
}
