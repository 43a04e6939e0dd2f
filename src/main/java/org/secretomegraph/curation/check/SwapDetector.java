package org.secretomegraph.curation.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.curation.read.ClaimRow;
import org.secretomegraph.curation.read.SheetErrors;

/** Cells of a row, and headings, that stand in each other's places: two wrong values, and one slip. */
final class SwapDetector {
    /** So many rows show whether two headings are exchanged; those behind them are as these. */
    private static final int SAMPLE = 500;
    /** A slip in a row or two is no heading's. */
    private static final int AT_LEAST = 3;
    private static final List<ClaimColumn> COLUMNS = Arrays.asList(ClaimColumn.values());

    private final ColumnClassifier classifier;
    private final SheetErrors errors;

    SwapDetector(ColumnClassifier classifier, SheetErrors errors) {
        this.classifier = classifier;
        this.errors = errors;
    }

    /**
     * Two columns whose cells, or headings, are exchanged.
     *
     * @param one   where it is reported
     * @param other the other one
     */
    record Pair(ClaimColumn one, ClaimColumn other) {
        /** The columns of their labels, if these are columns of identifiers. */
        Optional<Pair> labels() {
            return one.holdsTerms() && other.holdsTerms() ? Optional.of(new Pair(one.labels(), other.labels()))
                    : Optional.empty();
        }
    }

    /** The cells of a row that are exchanged; no cell stands in two pairs. */
    List<Pair> inRow(ClaimRow row) {
        List<Pair> all = new ArrayList<>();
        for (Pair pair : pairs(
                column -> errors.hasColumn(column) && row.has(column) && !errors.hasError(row, column)
                        && !SpreadsheetArtefactCheck.isFormulaError(row.text(column)))) {
            boolean isFree = all.stream().noneMatch(p -> overlaps(p, pair.one()) || overlaps(p, pair.other()));
            if (isFree && areExchanged(row, pair)) {
                all.add(ColumnClassifier.isFree(pair.one()) ? new Pair(pair.other(), pair.one()) : pair);
            }
        }
        return all;
    }

    private static boolean overlaps(Pair found, ClaimColumn column) {
        return column == found.one() || column == found.other()
                || found.labels().filter(l -> column == l.one() || column == l.other()).isPresent();
    }

    /** The headings that most rows show to be exchanged; empty when none are. */
    Optional<Pair> ofHeadings(List<ClaimRow> rows) {
        List<ClaimRow> sample = rows.stream().filter(row -> row.surplus() == 0).limit(SAMPLE).toList();
        return pairs(errors::hasColumn).stream().map(pair -> counted(pair, sample)).filter(c -> c.rows() >= AT_LEAST)
                .max(Comparator.comparingLong(Counted::rows).thenComparing(c -> isMoved(c.pair()) ? 1 : 0)
                        .thenComparing(c -> -c.pair().one().ordinal()))
                .map(Counted::pair);
    }

    /** How many rows show that a pair is exchanged. */
    private record Counted(Pair pair, long rows) {}

    /** The rows that show it, if at least four of five that can; counting ends when these can no longer be. */
    private Counted counted(Pair pair, List<ClaimRow> sample) {
        long shown = 0;
        long informative = 0;
        for (ClaimRow row : sample) {
            shown += areUnderEachOthersHeading(row, pair) ? 1 : 0;
            informative += isInformative(row, pair) ? 1 : 0;
            if (5 * (informative - shown) > sample.size()) {
                return new Counted(pair, 0);
            }
        }
        return new Counted(pair, 5 * shown >= 4 * informative ? shown : 0);
    }

    private static List<Pair> pairs(Predicate<ClaimColumn> used) {
        List<ClaimColumn> columns = COLUMNS.stream().filter(used).toList();
        List<Pair> all = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            for (ClaimColumn other : columns.subList(i + 1, columns.size())) {
                if (!ColumnClassifier.isFree(columns.get(i)) || !ColumnClassifier.isFree(other)
                        || columns.get(i) == ClaimColumn.TITLE && other == ClaimColumn.FINDING) {
                    all.add(new Pair(columns.get(i), other));
                }
            }
        }
        return all;
    }

    /** Whether each heading stands where an empty sheet has the other one. */
    private boolean isMoved(Pair pair) {
        return errors.index(pair.one()) == pair.other().ordinal() && errors.index(pair.other()) == pair.one().ordinal();
    }

    /** Whether the row can show that the pair is not exchanged. */
    private static boolean isInformative(ClaimRow row, Pair pair) {
        return ColumnClassifier.isFree(pair.one()) ? row.has(pair.other())
                : ColumnClassifier.isFree(pair.other()) ? row.has(pair.one())
                        : row.has(pair.one()) || row.has(pair.other());
    }

    private boolean areExchanged(ClaimRow row, Pair pair) {
        if (ColumnClassifier.isFree(pair.one()) && ColumnClassifier.isFree(pair.other())) {
            return false;
        }
        if (ColumnClassifier.isFree(pair.one()) || ColumnClassifier.isFree(pair.other())) {
            ClaimColumn known = ColumnClassifier.isFree(pair.one()) ? pair.other() : pair.one();
            if (known.content() == ClaimColumn.Content.LABEL) {
                // What is measured is often called as the object is.
                return false;
            }
            String there = row.text(known == pair.one() ? pair.other() : pair.one());
            return !classifier.fits(row, known, row.text(known)) && classifier.fits(row, known, there)
                    && !classifier.isSlip(known, row.text(known), there);
        }
        return fitEachOther(row, pair) || areCrossed(row, pair)
                || pair.one() == ClaimColumn.SUBJECT && pair.other() == ClaimColumn.OBJECT
                        && classifier.areOfEachOthersKind(row);
    }

    private boolean fitEachOther(ClaimRow row, Pair pair) {
        String one = row.text(pair.one());
        String other = row.text(pair.other());
        return !classifier.fits(row, pair.one(), one) && !classifier.fits(row, pair.other(), other)
                && classifier.fits(row, pair.one(), other) && classifier.fits(row, pair.other(), one);
    }

    /**
     * Identifiers beside each other's labels: the identifiers are found, unless only the labels can have been
     * exchanged.
     */
    private boolean areCrossed(ClaimRow row, Pair pair) {
        boolean areLabels = pair.one().content() == ClaimColumn.Content.LABEL
                && pair.other().content() == ClaimColumn.Content.LABEL;
        if (areLabels) {
            return classifier.areCrossed(row, pair.one().identifiers(), pair.other().identifiers());
        }
        boolean doLabelsStandWrong = pair.one() == ClaimColumn.SUBJECT && pair.other() == ClaimColumn.OBJECT
                && classifier.areJoined(row);
        return pair.labels().isPresent() && classifier.areCrossed(row, pair.one(), pair.other()) && !doLabelsStandWrong
                && classifier.fits(row, pair.one(), row.text(pair.other()))
                && classifier.fits(row, pair.other(), row.text(pair.one()));
    }

    private boolean areUnderEachOthersHeading(ClaimRow row, Pair pair) {
        String one = row.text(pair.one());
        String other = row.text(pair.other());
        if (pair.one() == ClaimColumn.TITLE && pair.other() == ClaimColumn.FINDING) {
            return ColumnClassifier.isSentence(one) && !other.isEmpty() && !ColumnClassifier.isSentence(other);
        }
        if (!one.isEmpty() && !other.isEmpty()) {
            return areExchanged(row, pair);
        }
        boolean isFree = ColumnClassifier.isFree(pair.one()) || ColumnClassifier.isFree(pair.other());
        return !isFree && (isOf(row, pair.one(), pair.other(), one) || isOf(row, pair.other(), pair.one(), other));
    }

    /** Whether the text of a cell, the other one being empty, is what the other column holds and this one does not. */
    private boolean isOf(ClaimRow row, ClaimColumn column, ClaimColumn other, String text) {
        return !text.isEmpty() && !classifier.fits(row, column, text) && classifier.fits(row, other, text);
    }
}
