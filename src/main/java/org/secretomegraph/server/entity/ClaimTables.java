package org.secretomegraph.server.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.secretomegraph.pages.EntityPage.Table;
import org.secretomegraph.pages.ResultPage.Cell;
import org.secretomegraph.pages.ResultPage.Row;
import org.secretomegraph.vocab.Scso;

/**
 * The claims about a thing: how many there are by evidence level and outcome, and each in a row, the strongest first.
 */
final class ClaimTables {
    private static final int SHOWN = 500;
    private static final List<Node> COLUMNS = List.of(Scso.subject, Scso.relation, Scso.object, Scso.outcome,
            Scso.evidenceLevel, Scso.setting, Scso.publication);

    private final Entities things;
    private final Function<Node, Cell> cells;

    ClaimTables(Entities things, Function<Node, Cell> cells) {
        this.things = things;
        this.cells = cells;
    }

    List<Table> of(Node thing) {
        Set<Node> claims = new TreeSet<>(
                Comparator.comparingInt((Node claim) -> -rank(claim)).thenComparing(node -> node.toString()));
        Stream.of(Scso.subject, Scso.object, Scso.publication).flatMap(p -> things.subjects(p, thing).stream())
                .filter(Node::isURI).filter(claim -> !things.values(claim, Scso.outcome).isEmpty())
                .forEach(claims::add);
        return claims.isEmpty() ? List.of() : List.of(matrix(claims), list(claims, thing));
    }

    private Table matrix(Set<Node> claims) {
        List<Node> outcomes = claims.stream().flatMap(c -> one(c, Scso.outcome).stream()).distinct()
                .sorted(Comparator.comparing(things::label)).toList();
        List<Node> levels = claims.stream().flatMap(c -> one(c, Scso.evidenceLevel).stream()).distinct().toList();
        List<Row> rows = new ArrayList<>();
        for (Node level : levels) {
            List<Cell> row = new ArrayList<>(List.of(cells.apply(level)));
            for (Node outcome : outcomes) {
                long number = claims.stream().filter(c -> one(c, Scso.evidenceLevel).equals(Optional.of(level))
                        && one(c, Scso.outcome).equals(Optional.of(outcome))).count();
                row.add(new Cell(number == 0 ? "" : String.valueOf(number), ""));
            }
            rows.add(new Row(row));
        }
        List<String> columns =
                Stream.concat(Stream.of("evidence level"), outcomes.stream().map(things::label)).toList();
        return new Table("Claims by outcome and evidence level",
                "An empty cell means that there is no claim, not that there is no effect.", columns, rows);
    }

    /** A column that would only repeat the thing whose page this is is left out. */
    private Table list(Set<Node> claims, Node thing) {
        List<Node> telling = COLUMNS.stream()
                .filter(property -> !claims.stream().allMatch(c -> one(c, property).equals(Optional.of(thing))))
                .toList();
        List<Row> rows = claims.stream().limit(SHOWN).map(claim -> row(claim, telling)).toList();
        List<String> columns =
                Stream.concat(telling.stream().map(p -> PropertyNames.of(p, things)), Stream.of("claim")).toList();
        return new Table("Claims", claims.size() > SHOWN ? "The first " + SHOWN + " of " + claims.size()
                + "; the other forms of this page give them all."
                : claims.size() + " in all, the strongest evidence first.",
                columns, rows);
    }

    private Row row(Node claim, List<Node> columns) {
        List<Cell> row = new ArrayList<>();
        columns.forEach(property -> row.add(one(claim, property).map(cells).orElse(new Cell("", ""))));
        row.add(new Cell(claim.getURI().replaceFirst("^.*/", ""), cells.apply(claim).address()));
        return new Row(row);
    }

    private int rank(Node claim) {
        return one(claim, Scso.evidenceLevel).flatMap(level -> things.text(level, Scso.rank))
                .filter(rank -> rank.matches("\\d{1,6}")).map(Integer::parseInt).orElse(-1);
    }

    private Optional<Node> one(Node claim, Node property) {
        return things.values(claim, property).stream().findFirst();
    }
}
