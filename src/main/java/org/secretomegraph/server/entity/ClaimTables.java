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
 * The claims about an entity: their number by evidence level and outcome, and each in a row, the strongest evidence
 * first.
 */
final class ClaimTables {
    private static final int MAX_SHOWN = 500;
    private static final List<Node> COLUMNS = List.of(Scso.subject, Scso.relation, Scso.object, Scso.outcome,
            Scso.evidenceLevel, Scso.setting, Scso.publication);

    private final Entities entities;
    private final Function<Node, Cell> cells;

    ClaimTables(Entities entities, Function<Node, Cell> cells) {
        this.entities = entities;
        this.cells = cells;
    }

    List<Table> of(Node entity) {
        Set<Node> claims = new TreeSet<>(
                Comparator.comparingInt((Node claim) -> -rank(claim)).thenComparing(node -> node.toString()));
        Stream.of(Scso.subject, Scso.object, Scso.publication).flatMap(p -> entities.subjects(p, entity).stream())
                .filter(Node::isURI).filter(claim -> !entities.values(claim, Scso.outcome).isEmpty())
                .forEach(claims::add);
        return claims.isEmpty() ? List.of() : List.of(matrix(claims), list(claims, entity));
    }

    private Table matrix(Set<Node> claims) {
        List<Node> outcomes = claims.stream().flatMap(c -> one(c, Scso.outcome).stream()).distinct()
                .sorted(Comparator.comparing(entities::label)).toList();
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
                Stream.concat(Stream.of("evidence level"), outcomes.stream().map(entities::label)).toList();
        return new Table("Claims by outcome and evidence level",
                "An empty cell means that there is no claim, not that there is no effect.", columns, rows);
    }

    /** A column that has the entity of the page in every row is left out. */
    private Table list(Set<Node> claims, Node entity) {
        List<Node> properties = COLUMNS.stream()
                .filter(property -> !claims.stream().allMatch(c -> one(c, property).equals(Optional.of(entity))))
                .toList();
        List<Row> rows = claims.stream().limit(MAX_SHOWN).map(claim -> row(claim, properties)).toList();
        List<String> columns =
                Stream.concat(properties.stream().map(p -> PropertyNames.of(p, entities)), Stream.of("claim")).toList();
        return new Table("Claims", claims.size() > MAX_SHOWN ? "The first " + MAX_SHOWN + " of " + claims.size()
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
        return one(claim, Scso.evidenceLevel).flatMap(level -> entities.text(level, Scso.rank))
                .filter(rank -> rank.matches("\\d{1,6}")).map(Integer::parseInt).orElse(-1);
    }

    private Optional<Node> one(Node claim, Node property) {
        return entities.values(claim, property).stream().findFirst();
    }
}
