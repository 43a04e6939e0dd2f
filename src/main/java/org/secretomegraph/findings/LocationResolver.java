package org.secretomegraph.findings;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.secretomegraph.report.Location;
import org.secretomegraph.vocab.Scso;

/**
 * Resolves the location at which a finding is to be corrected: focus node and property, and for a table row and column
 * too.
 */
public final class LocationResolver {
    private final CandidateData candidate;

    public LocationResolver(CandidateData candidate) {
        this.candidate = candidate;
    }

    /**
     * @param column the column that the rule names; empty when it names none
     * @param besides other columns whose cell may be the one to correct
     */
    public Location of(Node focus, String path, String column, List<String> besides) {
        Location location = Location.inGraph(candidate.source(), focus.toString(), path);
        if (candidate.cells().isEmpty()) {
            return location.atCell(0, column, "");
        }
        CellIndex sheet = candidate.cells().get();
        String name = column.isEmpty() ? sheet.columns().getOrDefault(path, "") : column;
        if (sheet.header().containsKey(name)) {
            return location.atCell(sheet.header().get(name), name, "A");
        }
        return row(focus).map(row -> {
            String blamed = besides.isEmpty() ? name
                    : sheet.blame().of(row, Stream.concat(Stream.of(name), besides.stream()).toList());
            return location.atCell(row, blamed, sheet.letter(blamed));
        }).orElse(location);
    }

    /** The row of a claim; for a publication or study the first row that cites it. */
    private Optional<Long> row(Node focus) {
        Graph triples = candidate.triples();
        List<Node> publications = Stream.concat(Stream.of(focus),
                triples.stream(focus, Scso.reportedIn, Node.ANY).map(Triple::getObject)).toList();
        Stream<Node> claims = Stream.concat(
                publications.stream()
                        .flatMap(p -> triples.stream(Node.ANY, Scso.publication, p).map(Triple::getSubject)),
                triples.stream(Node.ANY, Scso.registration, focus).map(Triple::getSubject));
        Stream<Long> rows = Stream.concat(Stream.of(focus), claims)
                .flatMap(claim -> triples.stream(claim, Scso.sourceRow, Node.ANY).map(Triple::getObject))
                .map(row -> ((Number) row.getLiteralValue()).longValue());
        Stream<Long> cited = candidate.cells().stream().flatMap(sheet -> publications.stream()
                .flatMap(p -> Optional.ofNullable(sheet.firstRows().get(p.toString())).stream()));
        return Stream.concat(rows, cited).min(Comparator.naturalOrder());
    }
}
