package org.secretomegraph.curation;

import static org.secretomegraph.curation.ClaimColumn.Content.CODE;
import static org.secretomegraph.curation.ClaimColumn.Content.KEY;
import static org.secretomegraph.curation.ClaimColumn.Content.LABEL;
import static org.secretomegraph.curation.ClaimColumn.Content.PUBLICATION;
import static org.secretomegraph.curation.ClaimColumn.Content.TERM;
import static org.secretomegraph.curation.ClaimColumn.Content.TERMS;
import static org.secretomegraph.curation.ClaimColumn.Content.TEXT;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.vocab.Scso;

/** The columns of a claim sheet, in their order. One row is one claim. */
public enum ClaimColumn {
    CLAIM_KEY(KEY, Scso.Claim, true),
    SUBJECT(TERM, Scso.subject, true),
    SUBJECT_LABEL(LABEL, Scso.subject, true),
    SUBJECT_AS_NAMED(TEXT, Scso.subjectAsNamed, false),
    RELATION(CODE, Scso.relation, true),
    OBJECT(TERM, Scso.object, true),
    OBJECT_LABEL(LABEL, Scso.object, true),
    OUTCOME(CODE, Scso.outcome, true),
    SOURCE_CELL(TERM, Scso.sourceCell, false),
    SOURCE_CELL_LABEL(LABEL, Scso.sourceCell, false),
    SOURCE_TISSUE(TERM, Scso.sourceTissue, false),
    SOURCE_TISSUE_LABEL(LABEL, Scso.sourceTissue, false),
    DONOR_SPECIES(TERMS, Scso.donorSpecies, false),
    DONOR_SPECIES_LABEL(LABEL, Scso.donorSpecies, false),
    PREPARATION(TERM, Scso.preparation, false),
    PREPARATION_LABEL(LABEL, Scso.preparation, false),
    ISOLATION(TERMS, Scso.isolation, false),
    ISOLATION_LABEL(LABEL, Scso.isolation, false),
    PRECONDITIONING(TERMS, Scso.preconditioning, false),
    PRECONDITIONING_LABEL(LABEL, Scso.preconditioning, false),
    PRECONDITIONING_DETAIL(TEXT, Scso.preconditioningDetail, false),
    SETTING(CODE, Scso.setting, false),
    HOST_SPECIES(TERMS, Scso.hostSpecies, false),
    HOST_SPECIES_LABEL(LABEL, Scso.hostSpecies, false),
    MODEL(TEXT, Scso.model, false),
    REGIMEN(TEXT, Scso.regimen, false),
    MEASURE(TEXT, Scso.measure, false),
    ASSAY(TERMS, Scso.assay, false),
    ASSAY_LABEL(LABEL, Scso.assay, false),
    EVIDENCE(TERM, Scso.evidence, true),
    EVIDENCE_LABEL(LABEL, Scso.evidence, true),
    EVIDENCE_LEVEL(CODE, Scso.evidenceLevel, true),
    STUDY_KIND(CODE, Scso.studyKind, true),
    DOI(PUBLICATION, Scso.publication, false),
    PMID(PUBLICATION, Scso.publication, false),
    PMCID(PUBLICATION, Scso.publication, false),
    URL(PUBLICATION, Scso.publication, false),
    YEAR(PUBLICATION, Scso.publication, false),
    TITLE(PUBLICATION, Scso.publication, false),
    REGISTRATION(TEXT, Scso.registration, false),
    FINDING(TEXT, Scso.finding, true),
    READ(CODE, Scso.readingDepth, true),
    SEEN_AT(TEXT, Scso.seenAt, true),
    NOTE(TEXT, RDFS.comment.asNode(), false);

    /** What a cell of the column holds. */
    public enum Content {
        /** The permanent key of the claim: lower case letters, digits and hyphens. */
        KEY,
        /** One CURIE. */
        TERM,
        /** CURIEs, parted by {@code |}. */
        TERMS,
        /** The labels of the CURIEs in the column before, in the same order. */
        LABEL,
        /** A name of the record vocabulary, for example {@code promotes} or {@code inVitro}. */
        CODE,
        /** A part of what identifies or describes the publication. */
        PUBLICATION,
        /** Plain text. */
        TEXT
    }

    private final Content content;
    private final Node property;
    private final boolean required;

    ClaimColumn(Content content, Node property, boolean required) {
        this.content = content;
        this.property = property;
        this.required = required;
    }

    /** The column with this name in the heading line. */
    public static Optional<ClaimColumn> named(String name) {
        return Arrays.stream(values()).filter(c -> c.heading().equals(name)).findFirst();
    }

    /** The column's name in the heading line of a sheet. */
    public String heading() {
        return this == CLAIM_KEY ? "key" : name().toLowerCase(Locale.ROOT);
    }

    public Content content() {
        return content;
    }

    /** The property of the claim that the cell's value goes to. */
    public Node property() {
        return property;
    }

    public boolean required() {
        return required;
    }

    /** For a column of terms: the column that holds their labels. */
    public ClaimColumn labels() {
        return values()[ordinal() + 1];
    }
}
