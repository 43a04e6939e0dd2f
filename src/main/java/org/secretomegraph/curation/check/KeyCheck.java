package org.secretomegraph.curation.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.curation.read.ClaimRow;
import org.secretomegraph.curation.read.SheetErrors;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.table.CellError;
import org.secretomegraph.table.SheetRule;
import org.secretomegraph.vocab.Scso;

/** Keys are unique, within a sheet and over all sheets of the graph. */
public final class KeyCheck {
    /** How the names of graphs begin that hold a file which is checked beside sheets; only while they are checked. */
    public static final String OTHER_FILE = "file/";

    private static final Pattern NUMBERED = Pattern.compile("(.*-)(\\d{1,6})");

    private final DatasetGraph existing;
    private final SheetErrors errors;

    KeyCheck(DatasetGraph existing, SheetErrors errors) {
        this.existing = existing;
        this.errors = errors;
    }

    void check(List<ClaimRow> rows, Node own) {
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            String key = rows.get(i).text(ClaimColumn.CLAIM_KEY);
            if (!key.isEmpty() && !errors.unusable(rows.get(i)).contains(ClaimColumn.CLAIM_KEY)) {
                places.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
            }
        }
        places.forEach((key, at) -> {
            Optional<Node> elsewhere = sheetOf(key).filter(sheet -> !sheet.equals(own));
            int owner = elsewhere.isPresent() ? -1 : owner(rows, at, own, places.keySet());
            at.stream().filter(i -> i != owner)
                    .forEach(i -> reportDuplicate(rows, i, places.keySet(),
                            elsewhere.map(sheet -> "the key is in use in " + fileOf(sheet))
                                    .orElseGet(() -> "row " + rows.get(owner).number()
                                            + " has this key too"),
                            elsewhere.isPresent()));
        });
    }

    /** Whose key it is: the row's that had it before, else the first one's that fits into the numbers around it. */
    private int owner(List<ClaimRow> rows, List<Integer> at, Node own, Set<String> used) {
        return at.stream().max(Comparator.<Integer>comparingInt(i -> hadBefore(rows.get(i), own) ? 1 : 0)
                .thenComparing(i -> leavesGap(rows, i, used) ? inStep(rows, i) - rows.size() : 0)
                .thenComparing(i -> -i)).orElseThrow();
    }

    /** How many rows have numbers that differ from the row's as their places do. */
    private static int inStep(List<ClaimRow> rows, int i) {
        String key = rows.get(i).text(ClaimColumn.CLAIM_KEY);
        return (int) IntStream.range(0, rows.size()).filter(k -> k != i
                && step(key, k - i).equals(rows.get(k).text(ClaimColumn.CLAIM_KEY))).count();
    }

    private boolean hadBefore(ClaimRow row, Node own) {
        return existing.getGraph(own).stream(Scso.claim(row.text(ClaimColumn.CLAIM_KEY)), Scso.finding, Node.ANY)
                .anyMatch(t -> t.getObject().getLiteralLexicalForm().equals(row.text(ClaimColumn.FINDING)));
    }

    /** Whether the number that the row before or the row behind leaves for it is nobody's. */
    private static boolean leavesGap(List<ClaimRow> rows, int i, Set<String> used) {
        String before = i > 0 ? step(rows.get(i - 1).text(ClaimColumn.CLAIM_KEY), 1) : "";
        String behind = i + 1 < rows.size() ? step(rows.get(i + 1).text(ClaimColumn.CLAIM_KEY), -1) : "";
        String key = rows.get(i).text(ClaimColumn.CLAIM_KEY);
        return Stream.of(before, behind).anyMatch(expected -> !expected.isEmpty() && !expected.equals(key)
                && !used.contains(expected));
    }

    private void reportDuplicate(List<ClaimRow> rows, int i, Set<String> used, String problem, boolean inAnotherSheet) {
        ClaimRow row = rows.get(i);
        String between = i > 0 ? next(rows.get(i - 1).text(ClaimColumn.CLAIM_KEY)) : "";
        String free =
                !between.isEmpty() && isFree(between, used) ? between : free(row.text(ClaimColumn.CLAIM_KEY), used);
        errors.add(row, ClaimColumn.CLAIM_KEY,
                CellError.of(SheetRule.KEY_TWICE, problem, "Give this claim a key of its own."
                        + (inAnotherSheet ? " If this sheet is a new version of that one, give it its name." : ""))
                        .withSuggestion(free));
    }

    private static String next(String key) {
        return step(key, 1);
    }

    /**
     * {@code clean-05} one step from {@code clean-04}; empty when the key has no number at its end, or would have
     * none.
     */
    private static String step(String key, int by) {
        Matcher numbered = NUMBERED.matcher(key);
        if (!numbered.matches() || Integer.parseInt(numbered.group(2)) + by < 1) {
            return "";
        }
        String number = numbered.group(2);
        return numbered.group(1) + ("%0" + number.length() + "d").formatted(Integer.parseInt(number) + by);
    }

    /** The next number behind the key that nobody has. */
    private String free(String key, Set<String> used) {
        Matcher numbered = NUMBERED.matcher(key);
        return Stream.iterate(numbered.matches() ? next(key) : key + "-02", KeyCheck::next)
                .filter(k -> isFree(k, used)).findFirst().orElseThrow();
    }

    private boolean isFree(String key, Set<String> used) {
        return !used.contains(key) && sheetOf(key).isEmpty();
    }

    /**
     * The graph that this sheet is a version of: that of its name; else the one that holds most of its keys, if that
     * is at least half of them, because a copy under another name is no second use of every key.
     *
     * @param others graphs of other sheets
     */
    public static Node version(List<ClaimRow> rows, Node named, DatasetGraph existing, Set<Node> others) {
        if (existing.containsGraph(named)) {
            return named;
        }
        Map<Node, Integer> shared = new TreeMap<>(Comparator.comparing(Node::getURI));
        rows.forEach(row -> sheetOf(row.text(ClaimColumn.CLAIM_KEY), existing).filter(g -> !others.contains(g))
                .ifPresent(g -> shared.merge(g, 1, Integer::sum)));
        return shared.entrySet().stream().max(Map.Entry.comparingByValue())
                .filter(most -> 2 * most.getValue() >= rows.size()).map(Map.Entry::getKey).orElse(named);
    }

    private Optional<Node> sheetOf(String key) {
        return sheetOf(key, existing);
    }

    private static Optional<Node> sheetOf(String key, DatasetGraph existing) {
        return key.isEmpty() ? Optional.empty()
                : existing.stream(Node.ANY, Scso.claim(key), RDF.type.asNode(), Node.ANY)
                        .map(Quad::getGraph).filter(Node::isURI)
                        .filter(g -> g.getURI().startsWith(NamedGraphs.curation("").getURI())).findFirst();
    }

    public static String name(Node sheet) {
        return NamedGraphs.sheetOf(sheet);
    }

    /** The file that is kept in a graph, as findings call it. */
    static String fileOf(Node graph) {
        String name = name(graph);
        return name.startsWith(OTHER_FILE) ? name.substring(OTHER_FILE.length()) : name + ".tsv";
    }
}
