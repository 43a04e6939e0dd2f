package org.secretomegraph.importing.go;

import org.secretomegraph.table.Column;
import org.secretomegraph.table.SheetRule;
import org.secretomegraph.table.ValueFormat;

/**
 * The twelve columns of Gene Product Association Data, version 2.0, which has no heading line. Grammar and values:
 * https://github.com/geneontology/go-annotation/blob/master/specs/gpad-gpi-2-0.md, "GPAD columns" and "Values".
 */
enum GpadColumn implements Column {
    OBJECT("DB:DB_Object_ID", true, GoValueFormats.IDENTIFIER, "the gene product"),
    NEGATION("Negation", false, ValueFormat.one("NOT", SheetRule.CODE, "NOT", "Write NOT, or leave the cell empty."),
            "whether the relation is denied"),
    RELATION("Relation", true, ValueFormat.word("a relation of gene products to GO terms", GoRelation.ids())
            .withHint(written -> GoRelation.meant(written).map(GoRelation::id)),
            "how the gene product relates to the term"),
    GO_ID("Ontology_Class_ID", true, GoValueFormats.GO_TERM, "the term"),
    REFERENCE("Reference", true, GoValueFormats.REFERENCES, "the publication or reference, as DATABASE:identifier"),
    EVIDENCE("Evidence_Type", true, ValueFormat.one("a class of evidence", SheetRule.CURIE, "ECO:\\d{7}",
            "Write ECO: and seven digits."), "the kind of evidence"),
    WITH_FROM("With_Or_From", false, GoValueFormats.WITH_OR_FROM, "what else the evidence rests on"),
    INTERACTING_TAXON("Interacting_Taxon_ID", false, ValueFormat.one("a taxon", SheetRule.CURIE, "NCBITaxon:\\d+",
            "Write NCBITaxon: and the number in NCBI Taxonomy.").partedBy("\\|"),
            "the other organism of an interaction"),
    DATE("Annotation_Date", true, ValueFormat.one("a date", SheetRule.DATE,
            "\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([+-]\\d{2}:\\d{2}|Z)?)?",
            "Write year, month and day as 2026-11-23, with a time behind it if need be (2026-11-23T10:00:00)."),
            "when the annotation was made"),
    ASSIGNED_BY("Assigned_By", true, GoValueFormats.ASSIGNED_BY, "who made it"),
    EXTENSION("Annotation_Extensions", false,
            GoValueFormats.extension("[A-Za-z][\\w.-]*:\\w+", "RO:0002233(UniProtKB:Q00362)"),
            "more context"),
    PROPERTIES("Annotation_Properties", false, ValueFormat.one("a property with its value", SheetRule.CODE,
            "[A-Za-z0-9-]+ ?= ?.+", "Write it as name=value.").partedBy("\\|"), "more about the annotation");

    private final Declared declared;

    GpadColumn(String heading, boolean required, ValueFormat form, String meaning) {
        this.declared = new Declared(heading, required, form, meaning);
    }

    @Override
    public Declared declared() {
        return declared;
    }
}
