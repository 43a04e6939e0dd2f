package org.secretomegraph.importing.go;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.secretomegraph.findings.CellIndex;
import org.secretomegraph.importing.record.CellIndexes;
import org.secretomegraph.importing.record.ImportReport;
import org.secretomegraph.importing.record.ImportRule;
import org.secretomegraph.importing.record.NoteText;
import org.secretomegraph.importing.record.TableRow;
import org.secretomegraph.report.Severity;
import org.secretomegraph.table.CellError;
import org.secretomegraph.table.RawCell;
import org.secretomegraph.table.SheetRule;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/** Rows of GAF 2.2 (https://geneontology.org/docs/go-annotation-file-gaf-format-2.2/). */
final class GafFormat implements AnnotationFormat {
    private final EnumMap<GafColumn, Integer> places = new EnumMap<>(GafColumn.class);
    private final GoRowCheck check;

    GafFormat(GoRowCheck check) {
        this.check = check;
        for (GafColumn column : GafColumn.values()) {
            places.put(column, column.ordinal());
        }
    }

    @Override
    public String firstLine() {
        return "gaf-version: 2.2";
    }

    @Override
    public int fields() {
        return GafColumn.values().length;
    }

    @Override
    public CellIndex layout() {
        return CellIndexes.of(places, Map.of(Scso.subject, GafColumn.OBJECT_ID, Scso.relation, GafColumn.RELATION,
                Scso.object,
                GafColumn.GO_ID, Scso.publication, GafColumn.REFERENCE, Scso.evidence, GafColumn.EVIDENCE, Scso.outcome,
                GafColumn.RELATION, Terms.created, GafColumn.DATE, Terms.wasAttributedTo, GafColumn.ASSIGNED_BY));
    }

    @Override
    public Optional<Annotation> annotation(long row, List<RawCell> written, ImportReport findings) {
        TableRow<GafColumn> cells = new TableRow<>(row, places, written);
        if (!cells.check(findings)) {
            return Optional.empty();
        }
        String relation = cells.text(GafColumn.RELATION);
        GoRelation to = GoRelation.labelled(relation.replace("NOT|", ""));
        Optional<LocalDate> date = GoRowCheck.date(cells.text(GafColumn.DATE), DateTimeFormatter.BASIC_ISO_DATE);
        boolean good = agrees(cells, to, findings)
                & check.database(cells, GafColumn.DB, cells.text(GafColumn.DB), findings)
                & check.references(cells, GafColumn.REFERENCE, findings) & date(cells, date, findings);
        withOrFrom(cells, findings);
        check.group(cells, GafColumn.ASSIGNED_BY, findings);
        return good ? Optional.of(annotation(cells, to, date.orElseThrow())) : Optional.empty();
    }

    private static boolean date(TableRow<GafColumn> cells, Optional<LocalDate> date, ImportReport findings) {
        if (date.isEmpty()) {
            cells.report(GafColumn.DATE, CellError.of(SheetRule.DATE, "there is no such day",
                    "Write year, month and day as 20261123."),
                    findings);
        }
        return date.isPresent();
    }

    private static boolean agrees(TableRow<GafColumn> cells, GoRelation relation, ImportReport findings) {
        char aspect = cells.text(GafColumn.ASPECT).charAt(0);
        if (relation.aspect() != aspect) {
            cells.report(GafColumn.RELATION,
                    CellError.of(ImportRule.AGREEMENT, relation.label() + " leads to terms of aspect "
                            + relation.aspect() + ", and the row is of aspect " + aspect,
                            "Correct the relation or the aspect."),
                    findings);
        }
        return relation.aspect() == aspect;
    }

    /** A row with too much or too little beside its evidence code is used all the same. */
    private static void withOrFrom(TableRow<GafColumn> cells, ImportReport findings) {
        GoEvidence code = GoEvidence.valueOf(cells.text(GafColumn.EVIDENCE));
        boolean has = cells.has(GafColumn.WITH_FROM);
        if (has && !code.mayHaveWith()) {
            findings.tally(ImportRule.AGREEMENT, Severity.WARNING, cells.row(),
                    GafColumn.WITH_FROM.heading(), "rows with " + code
                            + " that state a with or from, which this code never has",
                    cells.text(GafColumn.WITH_FROM), "The rows are used all the same; tell the publisher.");
        } else if (!has && code.mustHaveWith()) {
            findings.tally(ImportRule.AGREEMENT, Severity.WARNING, cells.row(),
                    GafColumn.WITH_FROM.heading(), "rows with " + code
                            + " that state no with or from, which this code always has",
                    "",
                    "The rows are used all the same; tell the publisher.");
        }
    }

    private static Annotation annotation(TableRow<GafColumn> cells, GoRelation relation, LocalDate date) {
        String id = cells.text(GafColumn.OBJECT_ID);
        String database = cells.text(GafColumn.DB);
        String code = cells.text(GafColumn.EVIDENCE);
        List<String> references = cells.values(GafColumn.REFERENCE);
        return new Annotation(cells.row(), id.startsWith(database + ":") ? id : database + ":" + id,
                cells.text(GafColumn.SYMBOL), cells.text(GafColumn.FORM_ID), cells.text(GafColumn.TYPE),
                cells.text(GafColumn.RELATION).startsWith("NOT|"), relation, cells.text(GafColumn.GO_ID), references,
                code,
                GoEvidence.valueOf(code).eco(references), date, cells.text(GafColumn.ASSIGNED_BY),
                note(cells, relation));
    }

    private static String note(TableRow<GafColumn> cells, GoRelation relation) {
        return NoteText.of("Relation", relation.saysMore() ? relation.label() : "", "With or from",
                cells.text(GafColumn.WITH_FROM), "Taxon", cells.text(GafColumn.TAXON), "Extension",
                cells.text(GafColumn.EXTENSION));
    }
}
