package org.secretomegraph.curation.check;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.curation.read.ClaimRow;
import org.secretomegraph.curation.read.ClaimSheet;
import org.secretomegraph.curation.read.HeaderCheck;
import org.secretomegraph.curation.read.SheetErrors;
import org.secretomegraph.curation.term.CodeMapping;
import org.secretomegraph.curation.term.TermIndex;
import org.secretomegraph.table.CellError;
import org.secretomegraph.table.SheetRule;

/** Checks a sheet as text: header, cells, rows, and rows against each other. Finds all there is in one run. */
public final class SheetCheck {
    /** When a row has a cell too many or too few, so many faults mean that its cells have moved. */
    private static final int SHIFTED = 5;
    /** So many are enough when the last columns show it: there are not more behind a title. */
    private static final int SHIFTED_AT_THE_END = 2;
    private static final List<ClaimColumn> COLUMNS = List.of(ClaimColumn.values());

    private final ClaimSheet sheet;
    private final TermIndex terms;
    private final SheetErrors errors;
    private final List<CellCheck> rules;
    /** What the words of a row say against its codes; only a row without an error is compared. */
    private final List<CellCheck> comparisons;
    private final SwapCheck swaps;

    private SheetCheck(ClaimSheet sheet, TermIndex terms, CooccurrenceModel cooccurrences, int thisYear,
            SheetErrors errors) {
        this.sheet = sheet;
        this.terms = terms;
        this.errors = errors;
        this.swaps = new SwapCheck(new SwapDetector(new ColumnClassifier(terms, cooccurrences), errors), errors);
        this.rules = List.of(new CharacterCheck(), new SpreadsheetArtefactCheck(), new ListCheck(),
                new CurieCheck(terms, cooccurrences, sheet.header().prefixes()), new LabelCheck(terms, errors),
                new ValueCheck(terms, thisYear, errors));
        this.comparisons = List.of(new GeneNameCheck(terms), new DirectionCheck(), new NamedOriginCheck(),
                new NoteCheck());
    }

    /**
     * @param existing the graph that the sheet is to be laid over
     * @param own      the graph in there that this sheet is a version of
     * @param today    what has not come by then cannot have been published
     * @return the rows that can become claims; the others have a fault that spoils them whole
     */
    public static List<ClaimRow> check(ClaimSheet sheet, DatasetGraph existing, Node own, CodeMapping codes,
            LocalDate today,
            SheetErrors errors) {
        if (!sheet.hasColumns()) {
            return List.of();
        }
        CooccurrenceModel cooccurrences = CooccurrenceModel.of(existing.getDefaultGraph(), codes);
        TermIndex terms = TermIndex.of(existing.getDefaultGraph());
        SheetCheck check = new SheetCheck(sheet, terms, cooccurrences, today.getYear(), errors);
        HeaderCheck.check(sheet.header(), today, errors);
        List<ClaimRow> inPlace = check.swaps.headings(sheet.headings(), sheet.rows());
        cooccurrences.add(inPlace);
        errors.addTexts(inPlace);
        List<ClaimRow> rows = inPlace.stream().filter(check::row).toList();
        new KeyCheck(existing, errors).check(rows, own);
        PublicationCheck.check(rows, existing, own, cooccurrences, errors);
        errors.blameBy(new MentionFilter(rows, terms, cooccurrences));
        return rows;
    }

    /** Whether the row can become a claim. */
    private boolean row(ClaimRow row) {
        boolean endsEarly = endsEarly(row);
        if (row.surplus() == 0) {
            swaps.row(row);
        }
        for (ClaimColumn column : COLUMNS) {
            if (endsEarly && !row.cells().containsKey(column) || errors.hasError(row, column)) {
                continue;
            }
            if (!errors.hasColumn(column)) {
                continue;
            }
            rules.stream().flatMap(rule -> rule.of(row, column).stream()).findFirst()
                    .ifPresent(error -> error(row, column, error));
        }
        if (row.surplus() != 0 && errors.count(row) >= (isShiftedAtTheEnd(row) ? SHIFTED_AT_THE_END : SHIFTED)) {
            reportShift(row);
            return false;
        }
        if (errors.count(row) == 0) {
            COLUMNS.stream().filter(errors::hasColumn).forEach(column -> comparisons.stream()
                    .flatMap(comparison -> comparison.of(row, column).stream()).findFirst()
                    .ifPresent(error -> errors.add(row, column, error)));
        }
        row.beyond()
                .ifPresent(cell -> errors.addAt(row.number(), "", cell.letter(), CellError.of(SheetRule.ROW_LONG,
                        "a cell is behind the last column", "Delete the cell, or the tab too many before it."),
                        cell.text()));
        return true;
    }

    private void error(ClaimRow row, ClaimColumn column, CellError error) {
        errors.add(row, column, error);
        if (column.content() == ClaimColumn.Content.LABEL) {
            errors.suppress(row.number(), column.identifiers());
        }
        if (column.identifiesPublication()) {
            COLUMNS.stream().filter(c -> c.content() == ClaimColumn.Content.PUBLICATION)
                    .forEach(c -> errors.suppress(row.number(), c));
        }
    }

    /** A row that lost its last cells is reported once, at the first required one. */
    private boolean endsEarly(ClaimRow row) {
        Set<ClaimColumn> lost = new HashSet<>();
        COLUMNS.stream().filter(c -> c.required() && errors.hasColumn(c) && !row.cells().containsKey(c))
                .forEach(lost::add);
        if (lost.size() < 2) {
            return false;
        }
        ClaimColumn first = COLUMNS.stream().filter(lost::contains).findFirst().orElseThrow();
        errors.add(row, first, CellError.of(SheetRule.ROW_SHORT, "the row ends before this column",
                "Restore the cells that are missing, or the line break that cut the row."));
        COLUMNS.stream().filter(c -> !row.cells().containsKey(c)).forEach(c -> errors.suppress(row.number(), c));
        return true;
    }

    /** Whether the word of column read stands behind its column, or the address of the next one stands in it. */
    private boolean isShiftedAtTheEnd(ClaimRow row) {
        return row.surplus() > 0 ? terms.codes(ClaimColumn.READ).contains(row.text(ClaimColumn.SEEN_AT))
                : PublicationIdentifiers.ADDRESS.matcher(row.text(ClaimColumn.READ)).matches();
    }

    /** One tab too many or too few spoils all cells behind it: reported once, where it shows first. */
    private void reportShift(ClaimRow row) {
        ClaimColumn first = COLUMNS.stream().filter(column -> errors.hasError(row, column)).findFirst().orElseThrow();
        errors.clear(row);
        errors.add(row, first,
                CellError.of(row.surplus() > 0 ? SheetRule.ROW_LONG : SheetRule.ROW_SHORT, "the cells from here"
                        + " on are in wrong columns",
                        (row.surplus() > 0 ? "Delete a tab too many" : "Add the tab that is missing")
                                + " here or before. Nothing else of the row was checked."));
    }
}
