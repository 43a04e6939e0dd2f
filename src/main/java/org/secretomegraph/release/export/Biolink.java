package org.secretomegraph.release.export;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.secretomegraph.vocab.Curie;
import org.secretomegraph.vocab.Scso;

/**
 * How our terms and relations are said in the Biolink Model 4.4.4 (github.com/biolink/biolink-model): two tables beside
 * this class, so that a modeller can read and change them without Java.
 */
record Biolink(Map<Node, String> categories, Map<Node, Predicate> predicates) {
    /** The category of what has no better one. */
    static final String ANYTHING = "biolink:NamedThing";
    private static final Set<String> WITH_ASPECTS = Set.of("biolink:Gene", "biolink:MicroRNA", "biolink:ChemicalEntity",
            "biolink:ComplexMolecularMixture", "biolink:ProcessedMaterial");

    /**
     * A predicate and its qualifiers; those that do not apply are empty.
     *
     * @param turned whether subject and object change places
     */
    record Predicate(String name, boolean turned, String qualified, String aspect, String direction) {}

    static Biolink model() {
        Map<Node, String> categories = new LinkedHashMap<>();
        rows("categories").forEach(row -> categories.put(
                NodeFactory.createURI(Curie.expand(row.get(0)).orElseThrow()), row.get(2)));
        Map<Node, Predicate> predicates = new LinkedHashMap<>();
        rows("predicates").forEach(row -> predicates.put(Scso.term(row.get(0)),
                new Predicate(row.get(1), row.get(2).equals("turned"), row.get(3), row.get(4), row.get(5))));
        return new Biolink(categories, predicates);
    }

    String category(Thing thing) {
        Set<Node> kinds = thing.kinds();
        return categories.entrySet().stream().filter(e -> kinds.contains(e.getKey())).map(Map.Entry::getValue)
                .findFirst().orElse(ANYTHING);
    }

    Optional<Predicate> predicate(Node relation) {
        return Optional.ofNullable(predicates.get(relation));
    }

    static boolean hasAspects(String category) {
        return WITH_ASPECTS.contains(category);
    }

    private static List<List<String>> rows(String table) {
        String file = "/export/biolink-" + table + ".tsv";
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Biolink.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            return in.lines().filter(line -> !line.startsWith("#")).skip(1)
                    .map(line -> List.of((line + "\t\t\t\t\t").split("\t", -1))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
