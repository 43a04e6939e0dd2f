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

/** Where a finding is to be mended: the node and its property, and for a claim sheet the row and column too. */
public final class LocationResolver {
    private final CandidateData proposed;

    public LocationResolver(CandidateData proposed) {
        this.proposed = proposed;
    }

    /**
     * @param column  the column that a rule names; empty when it names none
     * @param besides other columns whose cell may be the one to mend
     */
    public Location of(Node focus, String path, String column, List<String> besides) {
        Location place = Location.inGraph(proposed.source(), focus.toString(), path);
        if (proposed.layout().isEmpty()) {
            return place.atCell(0, column, "");
        }
        CellIndex sheet = proposed.layout().get();
        String name = column.isEmpty() ? sheet.columns().getOrDefault(path, "") : column;
        if (sheet.header().containsKey(name)) {
            return place.atCell(sheet.header().get(name), name, "A");
        }
        return row(focus).map(row -> {
            String meant = besides.isEmpty() ? name
                    : sheet.odd().of(row, Stream.concat(Stream.of(name), besides.stream()).toList());
            return place.atCell(row, meant, sheet.letter(meant));
        }).orElse(place);
    }

    /** The row of a claim; for a publication or study the first row that speaks of it. */
    private Optional<Long> row(Node focus) {
        Graph said = proposed.triples();
        List<Node> publications = Stream.concat(Stream.of(focus),
                said.stream(focus, Scso.reportedIn, Node.ANY).map(Triple::getObject)).toList();
        Stream<Node> claims = Stream.concat(
                publications.stream().flatMap(p -> said.stream(Node.ANY, Scso.publication, p).map(Triple::getSubject)),
                said.stream(Node.ANY, Scso.registration, focus).map(Triple::getSubject));
        Stream<Long> rows = Stream.concat(Stream.of(focus), claims)
                .flatMap(claim -> said.stream(claim, Scso.sourceRow, Node.ANY).map(Triple::getObject))
                .map(row -> ((Number) row.getLiteralValue()).longValue());
        Stream<Long> meant = proposed.layout().stream().flatMap(sheet -> publications.stream()
                .flatMap(p -> Optional.ofNullable(sheet.firstRows().get(p.toString())).stream()));
        return Stream.concat(rows, meant).min(Comparator.naturalOrder());
    }
}
