package org.secretomegraph.curation.read;

import static org.secretomegraph.curation.read.ClaimColumn.Content.CODE;
import static org.secretomegraph.curation.read.ClaimColumn.Content.KEY;
import static org.secretomegraph.curation.read.ClaimColumn.Content.LABEL;
import static org.secretomegraph.curation.read.ClaimColumn.Content.PUBLICATION;
import static org.secretomegraph.curation.read.ClaimColumn.Content.TERM;
import static org.secretomegraph.curation.read.ClaimColumn.Content.TERMS;
import static org.secretomegraph.curation.read.ClaimColumn.Content.TEXT;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.table.Column;
import org.secretomegraph.table.ValueFormat;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/**
 * The columns of a claim sheet, in their order. One row is one claim. The page docs/claim-sheet.md and the empty sheet
 * of {@code secretome new-claim-sheet} are made of what stands here.
 */
public enum ClaimColumn implements Column {
    CLAIM_KEY(KEY, Scso.Claim, true, "example2026-01", "The permanent name of the claim, unique over all sheets"),
    SUBJECT(TERM, Scso.subject, true, "GO:0070062", "What the claim is about: component, preparation, cell, method or"
            + " hypothesis"),
    SUBJECT_LABEL(LABEL, Scso.subject, true, "extracellular exosome", "Its label"),
    SUBJECT_AS_NAMED(TEXT, Scso.subjectAsNamed, false, "", "The subject in the publication's words, if they say more"),
    RELATION(CODE, Scso.relation, true, "promotes",
            "How the subject relates to the object; it decides the kind of claim"),
    OBJECT(TERM, Scso.object, true, "GO:0001525",
            "What it acts on or belongs to: process, condition, component or cell"),
    OBJECT_LABEL(LABEL, Scso.object, true, "angiogenesis", "Its label"),
    OUTCOME(CODE, Scso.outcome, true, "supports",
            "Whether the publication supports or refutes the statement, or measured no"
                    + " effect"),
    SOURCE_CELL(TERM, Scso.sourceCell, false, "CL:0002540", "The cell whose secretome was studied"),
    SOURCE_CELL_LABEL(LABEL, Scso.sourceCell, false, "mesenchymal stem cell of the bone marrow", "Its label"),
    SOURCE_TISSUE(TERM, Scso.sourceTissue, false, "", "The tissue or body fluid that the cells came from"),
    SOURCE_TISSUE_LABEL(LABEL, Scso.sourceTissue, false, "", "Its label"),
    DONOR_SPECIES(TERMS, Scso.donorSpecies, false, "NCBITaxon:9606", "The species that the cells came from"),
    DONOR_SPECIES_LABEL(LABEL, Scso.donorSpecies, false, "Homo sapiens", "Its label"),
    PREPARATION(TERM, Scso.preparation, false, "SCSO:0000103", "What was made of the secretome and tested"),
    PREPARATION_LABEL(LABEL, Scso.preparation, false, "exosome isolate", "Its label"),
    ISOLATION(TERMS, Scso.isolation, false, "SCSO:0000305 | SCSO:0000314", "How the preparation was isolated"),
    ISOLATION_LABEL(LABEL, Scso.isolation, false, "ultrafiltration | ultracentrifugation",
            "The labels, in the same order"),
    PRECONDITIONING(TERMS, Scso.preconditioning, false, "SCSO:0000012", "What was done to the cells before"),
    PRECONDITIONING_LABEL(LABEL, Scso.preconditioning, false, "hypoxic preconditioning",
            "The labels, in the same order"),
    PRECONDITIONING_DETAIL(TEXT, Scso.preconditioningDetail, false, "1% oxygen for 48 h", "Dose and duration of it"),
    SETTING(CODE, Scso.setting, false, "inVitro",
            "Where the finding was made; empty for statements that are not experiments"),
    HOST_SPECIES(TERMS, Scso.hostSpecies, false, "", "The species that was treated"),
    HOST_SPECIES_LABEL(LABEL, Scso.hostSpecies, false, "", "Its label"),
    MODEL(TEXT, Scso.model, false, "human umbilical vein endothelial cells",
            "The model of disease or injury, or the culture"),
    REGIMEN(TEXT, Scso.regimen, false, "10 micrograms per ml for 24 h", "Dose, route and time"),
    MEASURE(TEXT, Scso.measure, false, "tube formation", "What was measured"),
    ASSAY(TERMS, Scso.assay, false, "SCSO:0000406", "How it was measured"),
    ASSAY_LABEL(LABEL, Scso.assay, false, "functional potency assay", "The labels, in the same order"),
    EVIDENCE(TERM, Scso.evidence, true, "ECO:0000181", "The kind of evidence, as exactly as ECO can say it"),
    EVIDENCE_LABEL(LABEL, Scso.evidence, true, "in vitro assay evidence", "Its label"),
    EVIDENCE_LEVEL(CODE, Scso.evidenceLevel, true, "inVitroEvidence", "The rank of the evidence"),
    STUDY_KIND(CODE, Scso.studyKind, true, "primary", "What kind of publication it is"),
    DOI(PUBLICATION, Terms.doi, false, "10.5555/12345678", "DOI without an address before it"),
    PMID(PUBLICATION, Terms.pmid, false, "", "PubMed identifier: a number"),
    PMCID(PUBLICATION, Scso.pmcid, false, "", "PubMed Central identifier: PMC and a number"),
    URL(PUBLICATION, Scso.publication, false, "", "Address of the publication's page, when it has none of the three"),
    YEAR(PUBLICATION, Terms.issued, false, "2026", "Year of publication"),
    TITLE(PUBLICATION, Terms.title, false, "A made-up title that shows the form", "Title as published"),
    REGISTRATION(TEXT, Scso.registration, false, "", "Number in a register of trials; several separated by |"),
    FINDING(TEXT, Scso.finding, true, "Exosomes of cells kept in low oxygen made endothelial cells form more tubes than"
            + " those of cells in normal oxygen.", "The result in one sentence of your own, with its direction"),
    READ(CODE, Scso.readingDepth, true, "abstract", "How much of the publication was opened"),
    SEEN_AT(TEXT, Scso.seenAt, true, "https://doi.org/10.5555/12345678", "Address of the page that was opened; several"
            + " separated by |"),
    NOTE(TEXT, RDFS.comment.asNode(), false, "", "What a reader must know besides"),
    RECIPIENT_CELL(TERM, Scso.recipientCell, false, "CL:0000115", "The cell on which the tested material acted"),
    RECIPIENT_CELL_LABEL(LABEL, Scso.recipientCell, false, "endothelial cell", "Its label"),
    COMPARISON(CODE, Scso.comparison, false, "activeComparator", "What the finding was compared with"),
    OUTCOME_ROLE(CODE, Scso.outcomeRole, false, "", "The place of the measured outcome in the plan of the study"),
    ENDPOINT_RESULT(CODE, Scso.endpointResult, false, "", "Whether the study reached the endpoint that it had set"),
    TREATED_NUMBER(TEXT, Scso.treatedNumber, false, "", "How many patients, animals or independent cultures were given"
            + " the material"),
    CONTROL_NUMBER(TEXT, Scso.controlNumber, false, "", "How many they were compared with"),
    EFFECT_SIZE(TEXT, Scso.effectSize, false, "", "The size of the effect with its measure and unit, as stated"),
    INTERVAL(TEXT, Scso.interval, false, "", "The confidence interval with its level"),
    P_VALUE(TEXT, Scso.pValue, false, "", "The p value, with its sign where it is a bound: < 0.001"),
    MATURE_MIRNA(TEXT, Scso.matureMirna, false, "", "miRBase accession of the mature microRNA (MIMAT...), which says"
            + " the arm; several separated by |");

    /** What a cell of the column holds. */
    public enum Content {
        KEY("key: lower case letters, digits and single hyphens"),
        TERM("one CURIE"),
        TERMS("CURIEs, separated by `|`"),
        LABEL("the label of each CURIE in the column before, in the same order, separated by `|`"),
        CODE("one word of a list"),
        PUBLICATION("what identifies or describes the publication; the same in each row that cites it"),
        TEXT("plain text in one line");

        private final String meaning;

        Content(String meaning) {
            this.meaning = meaning;
        }

        /** In words. */
        public String meaning() {
            return meaning;
        }
    }

    private static final List<ClaimColumn> COLUMNS = List.of(values());

    private final Content content;
    private final Node property;
    private final String example;
    private final Declared declared;

    ClaimColumn(Content content, Node property, boolean required, String example, String meaning) {
        this.content = content;
        this.property = property;
        this.example = example;
        this.declared = new Declared(content == KEY ? "key" : name().toLowerCase(Locale.ROOT), required,
                ValueFormat.TEXT, meaning);
    }

    /** The column with this name in the heading line. */
    public static Optional<ClaimColumn> named(String name) {
        return Arrays.stream(values()).filter(c -> c.heading().equals(name)).findFirst();
    }

    @Override
    public Declared declared() {
        return declared;
    }

    public Content content() {
        return content;
    }

    /** The property that the cell's value goes to; for the key and for labels what they are the name of. */
    public Node property() {
        return property;
    }

    /** A value for the example row; empty when the example leaves the cell empty. */
    public String example() {
        return example;
    }

    /** Whether the column holds CURIEs. */
    public boolean holdsTerms() {
        return content == TERM || content == TERMS;
    }

    /** Whether the column holds digits, with or without letters before them. */
    public boolean isNumber() {
        return this == PMID || this == PMCID || this == YEAR;
    }

    /** Whether a sheet that fills it nowhere may be without the column: those behind the note. */
    public boolean canBeLeftOut() {
        return ordinal() > NOTE.ordinal();
    }

    /** Whether the column identifies the publication. */
    public boolean identifiesPublication() {
        return this == DOI || this == PMID || this == PMCID || this == URL;
    }

    /** Whether the column holds names and addresses that others gave, with digits and hyphens of their own. */
    boolean holdsOthersText() {
        return this == TITLE || this == URL || this == SEEN_AT || this == DOI || this == CLAIM_KEY;
    }

    /** For a column of terms: the column that holds their labels. */
    public ClaimColumn labels() {
        return COLUMNS.get(ordinal() + 1);
    }

    /** For a column of labels: the column that holds their identifiers. */
    public ClaimColumn identifiers() {
        return COLUMNS.get(ordinal() - 1);
    }
}
