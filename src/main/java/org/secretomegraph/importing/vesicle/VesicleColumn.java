package org.secretomegraph.importing.vesicle;

import org.secretomegraph.table.Column;
import org.secretomegraph.table.SheetRule;
import org.secretomegraph.table.ValueFormat;

/**
 * The columns of the tables that Vesiclepedia and ExoCarta publish; headings are compared whatever their case.
 *
 * <p>The publishers' pages could not be opened. What was opened: a copy of ExoCarta 5's table of proteins and mRNAs as
 * it was downloaded (https://github.com/piloter2/scientific_reports_2025, data/EXOCARTA_PROTEIN_MRNA_DETAILS_5.txt: its
 * heading line, kinds of cargo, and methods separated by |), and of Vesiclepedia 5.1 the tables of experiments,
 * microRNAs and lipids (https://github.com/liuyongyan/EVDx at commit a448ecc, vesiclepedia_data). Seen in these:
 * vesicle types separated by /, PubMed identifier 0 and isolation - for none, kinds of cargo in lower case, NOTFOUND or
 * a lone carriage return for no gene, no-break spaces around names, and rows without a species. The other headings of
 * ExoCarta are taken to be Vesiclepedia's, since https://github.com/saezlab/pypath, pypath/inputs/exocarta.py, reads
 * both by one set of places.
 */
enum VesicleColumn implements Column {
    EXPERIMENT_ID("EXPERIMENT ID", true, number("an experiment's number"), "the experiment's number"),
    PUBMED_ID("PUBMED ID", true, number("a PubMed identifier, or 0 for none"), "the publication, 0 when there is none"),
    SPECIES("SPECIES", false, ValueFormat.TEXT.partedBy("\\|"), "the species by its Latin name"),
    DESCRIPTION("EXPERIMENT DESCRIPTION", false, ValueFormat.TEXT, "what was done"),
    SAMPLE("SAMPLE", false, ValueFormat.TEXT, "where the vesicles are from"),
    SAMPLE_SOURCE("SAMPLE SOURCE", false, ValueFormat.TEXT, "the kind of sample"),
    SAMPLE_NAME("SAMPLE NAME", false, ValueFormat.TEXT, "the sample's name"),
    IDENTIFICATIONS("IDENTIFICATIONS", false, ValueFormat.TEXT, "what kinds of cargo were identified"),
    METHODS("METHODS", false, ValueFormat.TEXT.partedBy("\\|"), "how the cargo was identified"),
    YEAR("YEAR", false, ValueFormat.one("a year", SheetRule.YEAR, "0|\\d{4}", "Write four digits."),
            "the year of publication"),
    ISOLATION("ISOLATION METHOD", false, ValueFormat.TEXT.partedBy("\\|"), "how the vesicles were isolated"),
    VESICLE_TYPE("VESICLE TYPE", false, ValueFormat.TEXT.partedBy("[/|]"), "what kind of vesicle it is"),
    CONTENT_ID("CONTENT ID", true, number("an entry's number"), "the entry's number"),
    CONTENT_TYPE("CONTENT TYPE", true,
            ValueFormat.one("a kind of cargo", SheetRule.CODE, "(?i)protein|lipid|pseudogene|[a-z]*rna",
                    "Write protein, lipid or a kind of RNA, such as mRNA."),
            "what kind of cargo it is"),
    GENE("ENTREZ GENE ID", true, number("an identifier of NCBI Gene"), "the gene in NCBI Gene"),
    GENE_OF_MIRNA("ENTREZ GENE ID", false, ValueFormat.one("an identifier of NCBI Gene", SheetRule.CURIE,
            "\\d+|-|(?i:not ?found)", "Write its number, or leave the cell empty."), "the gene in NCBI Gene"),
    SYMBOL("GENE SYMBOL", true, ValueFormat.TEXT, "the gene's symbol"),
    MIRNA("MIRNA ID", true, ValueFormat.TEXT, "the microRNA's name"),
    LIPID("LIPID ID", true, ValueFormat.TEXT, "the lipid's name"),
    COMMENTS("COMMENTS", false, ValueFormat.TEXT, "more about the entry");

    private final Declared declared;

    VesicleColumn(String heading, boolean required, ValueFormat form, String meaning) {
        this.declared = new Declared(heading, required, form, meaning);
    }

    @Override
    public Declared declared() {
        return declared;
    }

    private static ValueFormat number(String what) {
        return ValueFormat.one(what, SheetRule.NUMBER, "\\d+",
                "Write digits only, as the file had them when downloaded.");
    }

    @Override
    public boolean isNamed(String written) {
        return heading().equalsIgnoreCase(written);
    }
}
