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

/** Tells what is exchanged once, and keeps what follows from it from being told. */
final class SwapCheck {
    private final SwapDetector exchanges;
    private final SheetErrors faults;

    SwapCheck(SwapDetector exchanges, SheetErrors faults) {
        this.exchanges = exchanges;
        this.faults = faults;
    }

    /** Tells exchanged headings, each pair once. @return the rows as they are with the headings in their places */
    List<ClaimRow> headings(long row, List<ClaimRow> rows) {
        List<ClaimRow> mended = rows;
        List<Pair> found = new ArrayList<>();
        Set<Pair> seen = new HashSet<>();
        for (Optional<Pair> next = exchanges.ofHeadings(mended); next.filter(seen::add).isPresent();
                next = exchanges.ofHeadings(mended)) {
            Pair pair = next.get();
            found.add(pair);
            faults.exchange(pair.one(), pair.other());
            UnaryOperator<ClaimRow> exchange = r -> r.exchanged(pair.one(), pair.other());
            mended = mended.stream().map(exchange).toList();
        }
        found.stream().filter(pair -> found.stream().flatMap(p -> p.labels().stream()).noneMatch(pair::equals))
                .forEach(pair -> heading(row, pair, pair.labels().filter(found::contains).isPresent()));
        return mended;
    }

    /** The headings are in their places by now: the cells of one stand where its heading does not. */
    private void heading(long row, Pair pair, boolean withLabels) {
        boolean isFirst = faults.index(pair.other()) < faults.index(pair.one());
        ClaimColumn written = isFirst ? pair.one() : pair.other();
        ClaimColumn right = isFirst ? pair.other() : pair.one();
        faults.elsewhere(row, written.heading(), faults.letter(right), CellError.of(SheetRule.EXCHANGED, "the headings "
                + written.heading() + " (" + faults.letter(right) + row + ") and " + right.heading() + " ("
                + faults.letter(written) + row + ")" + (withLabels ? ", and those of their labels," : "")
                + " stand over each other's cells",
                "Exchange the two headings" + (withLabels
                        ? ", and those of their labels" : "") + "; the rows were checked as if they were.")
                .meant(right.heading()), written.heading());
    }

    /** Tells exchanged cells of a row, each pair once. */
    void row(ClaimRow row) {
        for (Pair pair : exchanges.inRow(row)) {
            faults.cell(row, pair.one(), CellError.of(SheetRule.EXCHANGED, "the cell and " + faults.letter(pair.other())
                    + row.number() + " (" + pair.other().heading() + ") look exchanged",
                    "Exchange these two cells"
                            + (pair.labels().isPresent() ? ", or their labels, so that each identifier"
                                    + " stands in its column and beside its label." : "."))
                    .meant(row.text(pair.other())));
            faults.follows(row, pair.other());
            pair.labels().ifPresent(labels -> {
                faults.follows(row, labels.one());
                faults.follows(row, labels.other());
            });
            alone(row, pair.one());
            alone(row, pair.other());
        }
    }

    /** An identifier that was exchanged with something else leaves its label alone. */
    private void alone(ClaimRow row, ClaimColumn column) {
        if (column.holdsTerms()) {
            faults.follows(row, column.labels());
        } else if (column.content() == ClaimColumn.Content.LABEL) {
            faults.follows(row, column.identifiers());
        } else if (column.identifiesPublication()) {
            List.of(ClaimColumn.values()).stream().filter(c -> c.content() == ClaimColumn.Content.PUBLICATION)
                    .forEach(c -> faults.settle(row.number(), c));
        }
    }
}
