package org.secretomegraph.curation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.sheet.Fault;
import org.secretomegraph.sheet.SheetRule;
import org.secretomegraph.vocab.Scso;

/** Keys are unique, within a sheet and over all sheets of the graph. */
final class KeyCheck {
    private final DatasetGraph believed;
    private final SheetFaults faults;

    KeyCheck(DatasetGraph believed, SheetFaults faults) {
        this.believed = believed;
        this.faults = faults;
    }

    void check(List<ClaimRow> rows, Node own) {
        Map<String, Long> seen = new HashMap<>();
        for (ClaimRow row : rows) {
            String key = row.text(ClaimColumn.CLAIM_KEY);
            if (key.isEmpty() || faults.broken(row).contains(ClaimColumn.CLAIM_KEY)) {
                continue;
            }
            Long before = seen.putIfAbsent(key, row.number());
            if (before != null) {
                twice(row, "row " + before + " has this key already", "Give this claim a key of its own.");
                continue;
            }
            sheetOf(key).filter(sheet -> !sheet.equals(own)).ifPresent(sheet -> twice(row, "the key is in use in "
                    + name(sheet) + ".tsv", "Give this claim a key of its own. If this sheet is a new version of that one,"
                            + " give it its name."));
        }
    }

    private void twice(ClaimRow row, String problem, String remedy) {
        faults.cell(row, ClaimColumn.CLAIM_KEY, Fault.of(SheetRule.KEY_TWICE, problem, remedy)
                .meant(free(row.text(ClaimColumn.CLAIM_KEY))));
    }

    /** The next number behind the key that nobody has. */
    private String free(String key) {
        String stem = key.replaceFirst("-\\d{2,}$", "");
        for (int i = 2; ; i++) {
            String next = "%s-%02d".formatted(stem, i);
            if (sheetOf(next).isEmpty() && !next.equals(key)) {
                return next;
            }
        }
    }

    /**
     * The graph that this sheet is a version of: that of its name; else the one that holds most of its keys, if that is
     * at least half of them, because a copy under another name is no second use of every key.
     */
    static Node version(List<ClaimRow> rows, Node named, DatasetGraph believed) {
        if (believed.containsGraph(named)) {
            return named;
        }
        Map<Node, Integer> shared = new TreeMap<>(Comparator.comparing(Node::getURI));
        rows.forEach(row -> sheetOf(row.text(ClaimColumn.CLAIM_KEY), believed).ifPresent(g -> shared.merge(g, 1, Integer::sum)));
        return shared.entrySet().stream().max(Map.Entry.comparingByValue())
                .filter(most -> 2 * most.getValue() >= rows.size()).map(Map.Entry::getKey).orElse(named);
    }

    private Optional<Node> sheetOf(String key) {
        return sheetOf(key, believed);
    }

    private static Optional<Node> sheetOf(String key, DatasetGraph believed) {
        return key.isEmpty() ? Optional.empty() : believed.stream(Node.ANY, Scso.claim(key), RDF.type.asNode(), Node.ANY)
                .map(Quad::getGraph).filter(Node::isURI)
                .filter(g -> g.getURI().startsWith(NamedGraphs.curation("").getURI())).findFirst();
    }

    private static String name(Node sheet) {
        return sheet.getURI().substring(NamedGraphs.curation("").getURI().length());
    }
}
