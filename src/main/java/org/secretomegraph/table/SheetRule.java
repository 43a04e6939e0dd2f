package org.secretomegraph.table;

/** The rules that a sheet is checked by as text, before its rows become triples that the shapes look at. */
public enum SheetRule implements TextCheck {
    NO_TEXT("Sheet-text", "Only a text in UTF-8 can be read: UTF-16, archives and workbooks (.xlsx) cannot."),
    SEPARATOR("Sheet-separator", "Cells are separated by tabs, because texts hold commas, semicolons and spaces."),
    EMPTY("Sheet-empty", "A sheet has a line of column names."),
    LONG_LINE("Sheet-lineLength",
            "A line of more than a million characters is a lost line end or a file of another kind."),
    HEADER("Sheet-header", "The lines with # are YAML, so that programs can read who made the sheet and when."),
    HEADER_ENTRY("Sheet-headerEntry", "Title, curator, licence and date say whom to ask and what may be done with the"
            + " claims."),
    PREFIXES("Sheet-prefixes", "Each prefix leads to one address; a sheet that says another one means other terms."),
    COLUMN("Sheet-column", "The cells of an unknown column would be lost unnoticed."),
    COLUMN_MISSING("Sheet-columnMissing", "A claim without this column says nothing or cannot be traced."),
    COLUMN_TWICE("Sheet-columnTwice", "It is unknown which of two columns of one name is meant."),
    EXCHANGED("Sheet-exchanged", "Two cells, or two headings, in each other's places are one mistake."),
    ROW_LONG("Sheet-rowLong",
            "More cells than columns mean a tab too many: the cells behind it are in wrong columns."),
    ROW_SHORT("Sheet-rowShort", "A row that ends early lost its last cells."),
    ENCODING("Sheet-encoding", "Bytes that are not UTF-8 were typed in a program that saves another encoding."),
    QUOTE("Sheet-quote",
            "A cell that begins with a quotation mark ends with one, and marks inside are doubled (RFC 4180);"
                    + " a lone one swallows the cells behind it."),
    LINE_BREAK("Sheet-lineBreak", "A line break in a cell makes two rows of one in most programs."),
    CHARACTER("Sheet-character", "Invisible characters make two cells differ that look the same."),
    TYPOGRAPHY("Sheet-typography",
            "Word processors curve quotation marks, printers join letters; searches for the plain ones"
                    + " miss them."),
    APOSTROPHE("Sheet-apostrophe", "An apostrophe before a value is a spreadsheet's mark for text and no part of it."),
    FORMULA_ERROR("Sheet-formulaError", "A cell holds what it says, and no formula, failed formula or truth value."),
    NOTHING("Sheet-nothing",
            "An empty cell says that something is not stated; a word for it would count as a statement."),
    DATE("Sheet-date", "Spreadsheets turn gene names, ranges and doses into dates."),
    NUMBER("Sheet-number", "Spreadsheets show long numbers in scientific notation or with separators and lose digits."),
    REQUIRED("Sheet-required", "A claim without this cell says nothing or cannot be traced."),
    KEY("Sheet-key", "Keys are permanent and part of web addresses."),
    KEY_TWICE("Sheet-keyTwice", "Two claims under one key become one claim with two of everything."),
    CURIE("Sheet-identifier", "An identifier is a prefix, a colon and the local part, without spaces."),
    PREFIX("Sheet-prefix", "An identifier of an unknown or undeclared prefix leads nowhere."),
    TERM("Sheet-term",
            "An identifier that neither the ontology nor its slices know is a typing error, or its term has to be"
                    + " imported first."),
    OBSOLETE("Sheet-obsolete", "Its source withdrew the term; questions about its replacement do not find the claim."),
    LABEL("Sheet-label", "Identifier and label are side by side so that a wrong identifier is seen."),
    LABEL_COUNT("Sheet-labelCount", "As many labels as identifiers, in the same order, or nobody knows which belong"
            + " together."),
    CODE("Sheet-word", "A word that the column does not know makes a claim that no question finds."),
    PUBLICATION_ID("Sheet-publicationId",
            "An identifier of the wrong form leads to no publication, or to another one."),
    REGISTRATION("Sheet-registration",
            "The number leads to the plan of a trial; an address or a list as one text does not."),
    YEAR("Sheet-year", "A year has four digits."),
    ADDRESS("Sheet-address", "Whoever checks the claim follows the address."),
    PUBLICATION_DIFFERS("Sheet-publication", "Rows that cite one publication say the same of it, or one of them cites"
            + " another."),
    NAMED("Sheet-named", "A gene product that the row's own words do not name is often another line of a list."),
    DIRECTION("Sheet-direction", "Relation and outcome say in codes what the finding says in words; both are read."),
    ORIGIN("Sheet-origin", "Species and tissue decide what a claim can be compared with."),
    NOTE("Sheet-note", "No question finds what is in a note.");

    private final Declared declared;

    SheetRule(String id, String why) {
        this.declared = new Declared(id, why);
    }

    @Override
    public Declared declared() {
        return declared;
    }
}
