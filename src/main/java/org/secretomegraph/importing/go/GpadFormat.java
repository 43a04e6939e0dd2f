package org.secretomegraph.importing.go;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.secretomegraph.findings.CellIndex;
import org.secretomegraph.importing.record.CellIndexes;
import org.secretomegraph.importing.record.GoDatabases;
import org.secretomegraph.importing.record.ImportReport;
import org.secretomegraph.importing.record.NoteText;
import org.secretomegraph.importing.record.TableRow;
import org.secretomegraph.table.CellError;
import org.secretomegraph.table.RawCell;
import org.secretomegraph.table.SheetRule;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/** Rows of GPAD 2.0 (https://github.com/geneontology/go-annotation/blob/master/specs/gpad-gpi-2-0.md). */
final class GpadFormat implements AnnotationFormat {
    private static final int DAY = 10;

    private final EnumMap<GpadColumn, Integer> places = new EnumMap<>(GpadColumn.class);
    private final GoRowCheck check;

    GpadFormat(GoRowCheck check) {
        this.check = check;
        for (GpadColumn column : GpadColumn.values()) {
            places.put(column, column.ordinal());
        }
    }

    @Override
    public String firstLine() {
        return "gpad-version: 2.0";
    }

    @Override
    public int fields() {
        return GpadColumn.values().length;
    }

    @Override
    public CellIndex layout() {
        return CellIndexes.of(places,
                Map.of(Scso.subject, GpadColumn.OBJECT, Scso.relation, GpadColumn.RELATION, Scso.object,
                        GpadColumn.GO_ID, Scso.publication, GpadColumn.REFERENCE, Scso.evidence, GpadColumn.EVIDENCE,
                        Scso.outcome,
                        GpadColumn.NEGATION, Terms.created, GpadColumn.DATE, Terms.wasAttributedTo,
                        GpadColumn.ASSIGNED_BY));
    }

    @Override
    public Optional<Annotation> annotation(long row, List<RawCell> written, ImportReport findings) {
        TableRow<GpadColumn> cells = new TableRow<>(row, places, written);
        if (!cells.check(findings)) {
            return Optional.empty();
        }
        Optional<LocalDate> date = GoRowCheck.date(cells.text(GpadColumn.DATE).substring(0, DAY),
                DateTimeFormatter.ISO_LOCAL_DATE);
        boolean good =
                check.database(cells, GpadColumn.OBJECT, GoDatabases.prefix(cells.text(GpadColumn.OBJECT)), findings)
                        & check.references(cells, GpadColumn.REFERENCE, findings);
        if (date.isEmpty()) {
            cells.report(GpadColumn.DATE, CellError.of(SheetRule.DATE, "there is no such day",
                    "Write year, month and day as 2026-11-23."), findings);
        }
        check.group(cells, GpadColumn.ASSIGNED_BY, findings);
        return good && date.isPresent() ? Optional.of(annotation(cells, date.get())) : Optional.empty();
    }

    private static Annotation annotation(TableRow<GpadColumn> cells, LocalDate date) {
        GoRelation relation = GoRelation.identified(cells.text(GpadColumn.RELATION));
        String product = cells.text(GpadColumn.OBJECT);
        String evidence = cells.text(GpadColumn.EVIDENCE);
        return new Annotation(cells.row(), product, product, "", "", cells.has(GpadColumn.NEGATION), relation,
                cells.text(GpadColumn.GO_ID), cells.values(GpadColumn.REFERENCE), evidence, evidence, date,
                cells.text(GpadColumn.ASSIGNED_BY), NoteText.of("Relation", relation.saysMore() ? relation.label() : "",
                        "With or from", cells.text(GpadColumn.WITH_FROM), "Interacting taxon",
                        cells.text(GpadColumn.INTERACTING_TAXON), "Extension", cells.text(GpadColumn.EXTENSION),
                        "Properties", cells.text(GpadColumn.PROPERTIES)));
    }
}
