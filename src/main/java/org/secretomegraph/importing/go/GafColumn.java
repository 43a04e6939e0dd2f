package org.secretomegraph.importing.go;

import java.util.List;
import org.secretomegraph.table.Column;
import org.secretomegraph.table.SheetRule;
import org.secretomegraph.table.ValueFormat;

/**
 * The seventeen columns of a GO annotation file, version 2.2, which has no heading line. Names, cardinalities and
 * contents: https://geneontology.org/docs/go-annotation-file-gaf-format-2.2/, "GAF fields".
 */
enum GafColumn implements Column {
    DB("DB", true, GoValueFormats.DATABASE, "the database of the gene product's identifier"),
    OBJECT_ID("DB Object ID", true, GoValueFormats.LOCAL, "the gene product's identifier in that database"),
    SYMBOL("DB Object Symbol", true, ValueFormat.TEXT, "its symbol"),
    RELATION("Relation", true, ValueFormat.one("a relation of gene products to GO terms", SheetRule.CODE, "(NOT\\|)?("
            + String.join("|", GoRelation.labels()) + ")",
            "Write one of " + String.join(", ", GoRelation.labels())
                    + ", with NOT| before it when it is denied.")
            .withHint(written -> GoRelation.meant(written)
                    .map(relation -> (GoRelation.isDenied(written) ? "NOT|" : "") + relation.label())),
            "how the gene product relates to the term"),
    GO_ID("GO ID", true, GoValueFormats.GO_TERM, "the term"),
    REFERENCE("Reference", true, GoValueFormats.REFERENCES, "the publication or reference, as DATABASE:identifier"),
    EVIDENCE("Evidence Code", true, GoValueFormats.word("an evidence code of GO", GoEvidence.codes()),
            "the kind of evidence"),
    WITH_FROM("With (or) From", false, GoValueFormats.WITH_OR_FROM, "what else the evidence rests on"),
    ASPECT("Aspect", true, GoValueFormats.word("an aspect", List.of("P", "F", "C")), "process, function or component"),
    NAME("DB Object Name", false, ValueFormat.TEXT, "the gene product's name"),
    SYNONYM("DB Object Synonym", false, ValueFormat.TEXT.partedBy("\\|"), "its other names"),
    TYPE("DB Object Type", true, ValueFormat.TEXT, "what kind of thing it is"),
    TAXON("Taxon", true, ValueFormat.one("one or two taxa", SheetRule.CURIE, "taxon:\\d+(\\|taxon:\\d+)?",
            "Write taxon: and the number in NCBI Taxonomy; a second one is the other organism of an interaction."),
            "the species"),
    DATE("Date", true, ValueFormat.one("a date", SheetRule.DATE, "\\d{8}", "Write year, month and day as 20261123."),
            "when the annotation was made"),
    ASSIGNED_BY("Assigned By", true, GoValueFormats.ASSIGNED_BY, "who made it"),
    EXTENSION("Annotation Extension", false, GoValueFormats.extension("[A-Za-z_][\\w-]*", "part_of(CL:0000576)"),
            "more context"),
    FORM_ID("Gene Product Form ID", false, GoValueFormats.IDENTIFIER, "the isoform or processed form");

    private final Declared declared;

    GafColumn(String heading, boolean required, ValueFormat form, String meaning) {
        this.declared = new Declared(heading, required, form, meaning);
    }

    @Override
    public Declared declared() {
        return declared;
    }
}
