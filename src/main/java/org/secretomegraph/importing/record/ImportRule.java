package org.secretomegraph.importing.record;

import org.secretomegraph.table.TextCheck;

/** The rules that imported files are checked by, beside those of every table. */
public enum ImportRule implements TextCheck {
    VERSION("Import-version", "Columns and codes differ from version to version of a format."),
    HEADER("Import-header", "The header says who made the file and when."),
    FIELDS("Import-fields", "A row with a field too many or too few has values in wrong columns."),
    DATABASE("Import-database", "An identifier of a database that nobody has registered leads nowhere."),
    AGREEMENT("Import-agreement", "Two cells that contradict each other mean that one of them is wrong."),
    NO_STATEMENT("Import-noStatement", "Rows that the model has no kind of claim for are left out."),
    SUBJECT("Import-subject",
            "Rows about genes, products and interventions that the graph does not know are left out."),
    TERM("Import-term",
            "Rows that name terms which the graph does not hold are left out: their labels and places are not"
                    + " known."),
    WITHDRAWN("Import-withdrawn",
            "Rows that name a withdrawn term are left out: questions about its replacement would not find"
                    + " them."),
    AMBIGUOUS("Import-ambiguous", "What an identifier stands for is not guessed."),
    REPEATED("Import-repeated", "The same finding stated twice counts twice."),
    CONTRADICTION("Import-contradiction", "Of two opposite findings of one publication that nothing tells apart, one is"
            + " false."),
    PUBLICATION("Import-publication", "A claim that cannot be followed to a publication is hearsay."),
    NAME("Import-name", "A name is taken for a term only when it is its label or exact synonym."),
    EXPERIMENT("Import-experiment", "What a row says is of an experiment that another table describes."),
    JSON("Import-json", "A record that is not a study of ClinicalTrials.gov's version 2 cannot be understood.");

    private final Declared declared;

    ImportRule(String id, String why) {
        this.declared = new Declared(id, why);
    }

    @Override
    public Declared declared() {
        return declared;
    }
}
