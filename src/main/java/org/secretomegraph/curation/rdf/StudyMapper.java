package org.secretomegraph.curation.rdf;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.curation.read.ClaimRow;
import org.secretomegraph.vocab.Scso;

/**
 * What a study is known to report, read off the filled cells of its claims: the columns that a MISEV-style reporting
 * item stands behind. Reviews, guidelines, registrations and database records report no study of their own.
 */
public final class StudyMapper {
    private static final Set<String> WITH_STUDY = Set.of("primary", "trial");
    private static final Map<ClaimColumn, String> ITEMS = new EnumMap<>(Map.of(
            ClaimColumn.SOURCE_CELL, "sourceCellItem",
            ClaimColumn.DONOR_SPECIES, "donorSpeciesItem",
            ClaimColumn.PREPARATION, "preparationItem",
            ClaimColumn.ISOLATION, "isolationItem",
            ClaimColumn.ASSAY, "assayItem",
            ClaimColumn.REGIMEN, "regimenItem",
            ClaimColumn.MODEL, "modelItem",
            ClaimColumn.MEASURE, "measureItem"));

    private final ClaimRow row;
    private final Node publication;
    private final Consumer<Triple> out;

    public StudyMapper(ClaimRow row, Node publication, Consumer<Triple> out) {
        this.row = row;
        this.publication = publication;
        this.out = out;
    }

    public static boolean hasStudy(ClaimRow row) {
        return WITH_STUDY.contains(row.text(ClaimColumn.STUDY_KIND));
    }

    void emit() {
        if (hasStudy(row)) {
            items();
        }
    }

    /** What the row shows that the study reports, whatever kind of study the row says it is. */
    public void items() {
        items(row::has);
    }

    /** The row is lost, and may have shown anything: the study is not said to lack what nobody can see. */
    public static void allItems(ClaimRow lost, Node publication, Consumer<Triple> out) {
        new StudyMapper(lost, publication, out).items(column -> true);
    }

    private void items(Predicate<ClaimColumn> isShown) {
        Node study = Scso.study(publication.getURI().replaceFirst("^https?://", "").replaceAll("[^A-Za-z0-9.]+", "-")
                .replaceAll("-$", ""));
        out.accept(Triple.create(study, RDF.type.asNode(), Scso.Study));
        out.accept(Triple.create(study, Scso.reportedIn, publication));
        ITEMS.forEach((column, item) -> {
            if (isShown.test(column)) {
                out.accept(Triple.create(study, Scso.reportsItem, Scso.term(item)));
            }
        });
    }
}
