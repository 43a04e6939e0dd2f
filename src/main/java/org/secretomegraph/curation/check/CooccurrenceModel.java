package org.secretomegraph.curation.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.curation.read.ClaimRow;
import org.secretomegraph.curation.term.CodeMapping;
import org.secretomegraph.findings.CellBlame;
import org.secretomegraph.vocab.Curie;
import org.secretomegraph.vocab.Scso;

/**
 * Which subjects, relations, settings, levels and kinds of evidence are seen together in claims. When two cells of a
 * row do not go together, the odd one is the one that claims so far are seen least with, given the other cells of the
 * row: of {@code clinical} beside {@code animalEvidence}, a mouse and evidence from animals it is {@code clinical}.
 */
final class CooccurrenceModel implements CellBlame {
    private static final Set<ClaimColumn> COLUMNS = EnumSet.of(ClaimColumn.SUBJECT, ClaimColumn.RELATION,
            ClaimColumn.OBJECT, ClaimColumn.SOURCE_CELL, ClaimColumn.SOURCE_TISSUE, ClaimColumn.DONOR_SPECIES,
            ClaimColumn.PREPARATION, ClaimColumn.ISOLATION, ClaimColumn.PRECONDITIONING, ClaimColumn.SETTING,
            ClaimColumn.HOST_SPECIES, ClaimColumn.ASSAY, ClaimColumn.EVIDENCE, ClaimColumn.EVIDENCE_LEVEL,
            ClaimColumn.STUDY_KIND);

    private record Value(ClaimColumn column, Node value) {}

    /** Two values of one claim, the column that stands first coming first. */
    private record Pair(Value one, Value other) {}

    private final CodeMapping codes;
    private final Map<Pair, Integer> counts = new HashMap<>();
    private final Map<ClaimColumn, Set<Node>> used = new EnumMap<>(ClaimColumn.class);
    private final Map<ClaimColumn, Set<String>> prefixes = new EnumMap<>(ClaimColumn.class);
    private final Map<Long, Map<ClaimColumn, List<Value>>> rows = new HashMap<>();

    private CooccurrenceModel(CodeMapping codes) {
        this.codes = codes;
    }

    static CooccurrenceModel of(Graph existing, CodeMapping codes) {
        CooccurrenceModel all = new CooccurrenceModel(codes);
        all.addExisting(existing);
        return all;
    }

    /** Counts the rows of a sheet too. */
    void add(List<ClaimRow> sheet) {
        sheet.forEach(row -> rows.put(row.number(), values(row)));
        rows.values().forEach(row -> count(row.values().stream().flatMap(List::stream).toList()));
    }

    private void addExisting(Graph existing) {
        Map<Node, List<Value>> claims = new HashMap<>();
        COLUMNS.forEach(column -> existing.stream(Node.ANY, column.property(), Node.ANY).forEach((Triple t) -> claims
                .computeIfAbsent(t.getSubject(), c -> new ArrayList<>()).add(new Value(column, t.getObject()))));
        claims.forEach((claim, values) -> {
            if (existing.contains(claim, Scso.relation, Node.ANY)) {
                count(values);
                values.stream().filter(s -> s.column().holdsTerms() && s.value().isURI())
                        .forEach(s -> used.computeIfAbsent(s.column(), column -> new HashSet<>()).add(s.value()));
            }
        });
    }

    /** Of which ontologies claims so far have terms in this column. */
    Set<String> prefixes(ClaimColumn column) {
        return prefixes.computeIfAbsent(column, c -> used.getOrDefault(c, Set.of()).stream()
                .flatMap(term -> Curie.compact(term.getURI()).stream())
                .map(curie -> curie.substring(0, curie.indexOf(':')))
                .collect(Collectors.toSet()));
    }

    private Map<ClaimColumn, List<Value>> values(ClaimRow row) {
        Map<ClaimColumn, List<Value>> all = new EnumMap<>(ClaimColumn.class);
        COLUMNS.stream().filter(row::has).forEach(column -> all.put(column, column.holdsTerms()
                ? row.parts(column).stream().flatMap(id -> Curie.expand(id).stream())
                        .map(iri -> new Value(column, NodeFactory.createURI(iri))).toList()
                : List.of(new Value(column, codes.term(row.text(column))))));
        return all;
    }

    private void count(List<Value> claim) {
        Set<Pair> pairs = new HashSet<>();
        claim.forEach(one -> claim.stream().filter(other -> one.column().compareTo(other.column()) < 0)
                .forEach(other -> pairs.add(new Pair(one, other))));
        pairs.forEach(pair -> counts.merge(pair, 1, Integer::sum));
    }

    /** Whether another claim than this row has the same values in both columns. */
    boolean cooccur(ClaimRow row, ClaimColumn a, ClaimColumn b) {
        return cooccur(rows.getOrDefault(row.number(), Map.of()), a, b);
    }

    private boolean cooccur(Map<ClaimColumn, List<Value>> row, ClaimColumn a, ClaimColumn b) {
        return row.getOrDefault(a, List.of()).stream().anyMatch(one -> row.getOrDefault(b, List.of()).stream()
                .anyMatch(other -> countOf(one, other) > 1));
    }

    /** With how many cells of the row other claims have this term in this column. */
    long count(ClaimRow row, ClaimColumn column, String curie) {
        Map<ClaimColumn, List<Value>> others = rows.getOrDefault(row.number(), Map.of());
        Optional<Value> here = Curie.expand(curie).map(iri -> new Value(column, NodeFactory.createURI(iri)));
        int own = here.filter(term -> others.getOrDefault(column, List.of()).contains(term)).isPresent() ? 1 : 0;
        return here.stream().flatMap(term -> others.entrySet().stream().filter(e -> e.getKey() != column
                && e.getValue().stream().anyMatch(other -> countOf(term, other) > own))).count();
    }

    private int countOf(Value a, Value b) {
        return counts.getOrDefault(a.column().compareTo(b.column()) < 0 ? new Pair(a, b) : new Pair(b, a), 0);
    }

    @Override
    public String of(long number, List<String> columns) {
        Map<ClaimColumn, List<Value>> row = rows.getOrDefault(number, Map.of());
        return columns.stream().flatMap(name -> ClaimColumn.named(name).stream()).filter(row::containsKey)
                .min(Comparator.comparingLong(column -> cooccurring(row, column))).map(ClaimColumn::heading)
                .orElse(columns.get(0));
    }

    /** With how many cells of its row the cell has been counts. */
    private long cooccurring(Map<ClaimColumn, List<Value>> row, ClaimColumn column) {
        return row.keySet().stream().filter(other -> other != column && cooccur(row, column, other)).count();
    }
}
