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
 * row
 * do not go together, the odd one is the one that claims so far are seen least with, given the other cells of the row:
 * of {@code clinical} beside {@code animalEvidence}, a mouse and evidence from animals it is {@code clinical}.
 */
final class CooccurrenceModel implements CellBlame {
    private static final Set<ClaimColumn> COLUMNS = EnumSet.of(ClaimColumn.SUBJECT, ClaimColumn.RELATION,
            ClaimColumn.OBJECT, ClaimColumn.SOURCE_CELL, ClaimColumn.SOURCE_TISSUE, ClaimColumn.DONOR_SPECIES,
            ClaimColumn.PREPARATION, ClaimColumn.ISOLATION, ClaimColumn.PRECONDITIONING, ClaimColumn.SETTING,
            ClaimColumn.HOST_SPECIES, ClaimColumn.ASSAY, ClaimColumn.EVIDENCE, ClaimColumn.EVIDENCE_LEVEL,
            ClaimColumn.STUDY_KIND);

    private record Stated(ClaimColumn column, Node value) {}

    /** Two values of one claim, the column that stands first coming first. */
    private record Together(Stated one, Stated other) {}

    private final CodeMapping codes;
    private final Map<Together, Integer> seen = new HashMap<>();
    private final Map<ClaimColumn, Set<Node>> used = new EnumMap<>(ClaimColumn.class);
    private final Map<ClaimColumn, Set<String>> prefixes = new EnumMap<>(ClaimColumn.class);
    private final Map<Long, Map<ClaimColumn, List<Stated>>> rows = new HashMap<>();

    private CooccurrenceModel(CodeMapping codes) {
        this.codes = codes;
    }

    static CooccurrenceModel of(Graph believed, CodeMapping codes) {
        CooccurrenceModel all = new CooccurrenceModel(codes);
        all.believed(believed);
        return all;
    }

    /** Counts the rows of a sheet too. */
    void add(List<ClaimRow> sheet) {
        sheet.forEach(row -> rows.put(row.number(), stated(row)));
        rows.values().forEach(row -> count(row.values().stream().flatMap(List::stream).toList()));
    }

    private void believed(Graph believed) {
        Map<Node, List<Stated>> claims = new HashMap<>();
        COLUMNS.forEach(column -> believed.stream(Node.ANY, column.property(), Node.ANY).forEach((Triple t) -> claims
                .computeIfAbsent(t.getSubject(), c -> new ArrayList<>()).add(new Stated(column, t.getObject()))));
        claims.forEach((claim, stated) -> {
            if (believed.contains(claim, Scso.relation, Node.ANY)) {
                count(stated);
                stated.stream().filter(s -> s.column().holdsTerms() && s.value().isURI())
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

    private Map<ClaimColumn, List<Stated>> stated(ClaimRow row) {
        Map<ClaimColumn, List<Stated>> all = new EnumMap<>(ClaimColumn.class);
        COLUMNS.stream().filter(row::has).forEach(column -> all.put(column, column.holdsTerms()
                ? row.parts(column).stream().flatMap(id -> Curie.expand(id).stream())
                        .map(iri -> new Stated(column, NodeFactory.createURI(iri))).toList()
                : List.of(new Stated(column, codes.term(row.text(column))))));
        return all;
    }

    private void count(List<Stated> claim) {
        Set<Together> pairs = new HashSet<>();
        claim.forEach(one -> claim.stream().filter(other -> one.column().compareTo(other.column()) < 0)
                .forEach(other -> pairs.add(new Together(one, other))));
        pairs.forEach(pair -> seen.merge(pair, 1, Integer::sum));
    }

    /** Whether another claim than this row has the same values in both columns. */
    boolean areSeenTogether(ClaimRow row, ClaimColumn a, ClaimColumn b) {
        return areSeenTogether(rows.getOrDefault(row.number(), Map.of()), a, b);
    }

    private boolean areSeenTogether(Map<ClaimColumn, List<Stated>> row, ClaimColumn a, ClaimColumn b) {
        return row.getOrDefault(a, List.of()).stream().anyMatch(one -> row.getOrDefault(b, List.of()).stream()
                .anyMatch(other -> count(one, other) > 1));
    }

    /** With how many cells of the row other claims have this term in this column. */
    long familiar(ClaimRow row, ClaimColumn column, String curie) {
        Map<ClaimColumn, List<Stated>> others = rows.getOrDefault(row.number(), Map.of());
        Optional<Stated> here = Curie.expand(curie).map(iri -> new Stated(column, NodeFactory.createURI(iri)));
        int own = here.filter(term -> others.getOrDefault(column, List.of()).contains(term)).isPresent() ? 1 : 0;
        return here.stream().flatMap(term -> others.entrySet().stream().filter(e -> e.getKey() != column
                && e.getValue().stream().anyMatch(other -> count(term, other) > own))).count();
    }

    private int count(Stated a, Stated b) {
        return seen.getOrDefault(a.column().compareTo(b.column()) < 0 ? new Together(a, b) : new Together(b, a), 0);
    }

    @Override
    public String of(long number, List<String> columns) {
        Map<ClaimColumn, List<Stated>> row = rows.getOrDefault(number, Map.of());
        return columns.stream().flatMap(name -> ClaimColumn.named(name).stream()).filter(row::containsKey)
                .min(Comparator.comparingLong(column -> familiar(row, column))).map(ClaimColumn::heading)
                .orElse(columns.get(0));
    }

    /** With how many cells of its row the cell has been seen. */
    private long familiar(Map<ClaimColumn, List<Stated>> row, ClaimColumn column) {
        return row.keySet().stream().filter(other -> other != column && areSeenTogether(row, column, other)).count();
    }
}
