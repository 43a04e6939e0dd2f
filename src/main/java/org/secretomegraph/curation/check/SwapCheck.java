package org.secretomegraph.curation.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.secretomegraph.curation.check.SwapDetector.Pair;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.curation.read.ClaimRow;
import org.secretomegraph.curation.read.SheetErrors;
import org.secretomegraph.table.CellError;
import org.secretomegraph.table.SheetRule;

/** Reports swapped cells and headings once, and keeps what follows from it from being reported. */
final class SwapCheck {
    private final SwapDetector detector;
    private final SheetErrors errors;

    SwapCheck(SwapDetector detector, SheetErrors errors) {
        this.detector = detector;
        this.errors = errors;
    }

    /** Tells exchanged headings, each pair once. @return the rows as they are with the headings in their places */
    List<ClaimRow> headings(long row, List<ClaimRow> rows) {
        List<ClaimRow> corrected = rows;
        List<Pair> found = new ArrayList<>();
        Set<Pair> seen = new HashSet<>();
        for (Optional<Pair> next = detector.ofHeadings(corrected); next.filter(seen::add).isPresent();
                next = detector.ofHeadings(corrected)) {
            Pair pair = next.get();
            found.add(pair);
            errors.swapColumns(pair.one(), pair.other());
            UnaryOperator<ClaimRow> swap = r -> r.swapped(pair.one(), pair.other());
            corrected = corrected.stream().map(swap).toList();
        }
        found.stream().filter(pair -> found.stream().flatMap(p -> p.labels().stream()).noneMatch(pair::equals))
                .forEach(pair -> heading(row, pair, pair.labels().filter(found::contains).isPresent()));
        return corrected;
    }

    /** The headings are in their places by now: the cells of one stand where its heading does not. */
    private void heading(long row, Pair pair, boolean withLabels) {
        boolean isFirst = errors.index(pair.other()) < errors.index(pair.one());
        ClaimColumn written = isFirst ? pair.one() : pair.other();
        ClaimColumn right = isFirst ? pair.other() : pair.one();
        errors.addAt(row, written.heading(), errors.letter(right), CellError.of(SheetRule.EXCHANGED, "the headings "
                + written.heading() + " (" + errors.letter(right) + row + ") and " + right.heading() + " ("
                + errors.letter(written) + row + ")" + (withLabels ? ", and those of their labels," : "")
                + " stand over each other's cells",
                "Exchange the two headings" + (withLabels
                        ? ", and those of their labels" : "") + "; the rows were checked as if they were.")
                .withSuggestion(right.heading()), written.heading());
    }

    /** Tells exchanged cells of a row, each pair once. */
    void row(ClaimRow row) {
        for (Pair pair : detector.inRow(row)) {
            errors.add(row, pair.one(), CellError.of(SheetRule.EXCHANGED, "the cell and " + errors.letter(pair.other())
                    + row.number() + " (" + pair.other().heading() + ") look exchanged",
                    "Exchange these two cells"
                            + (pair.labels().isPresent() ? ", or their labels, so that each identifier"
                                    + " stands in its column and beside its label." : "."))
                    .withSuggestion(row.text(pair.other())));
            errors.markUnusable(row, pair.other());
            pair.labels().ifPresent(labels -> {
                errors.markUnusable(row, labels.one());
                errors.markUnusable(row, labels.other());
            });
            markLabelUnusable(row, pair.one());
            markLabelUnusable(row, pair.other());
        }
    }

    /** An identifier that was exchanged with something else leaves its label alone. */
    private void markLabelUnusable(ClaimRow row, ClaimColumn column) {
        if (column.holdsTerms()) {
            errors.markUnusable(row, column.labels());
        } else if (column.content() == ClaimColumn.Content.LABEL) {
            errors.markUnusable(row, column.identifiers());
        } else if (column.identifiesPublication()) {
            List.of(ClaimColumn.values()).stream().filter(c -> c.content() == ClaimColumn.Content.PUBLICATION)
                    .forEach(c -> errors.suppress(row.number(), c));
        }
    }
}
