package org.secretomegraph.importing.go;

import java.time.LocalDate;
import java.util.List;

/**
 * One row of a GO annotation file, whichever of the two formats it was in.
 *
 * @param row        its number in the file
 * @param product    the gene product, as a CURIE
 * @param symbol     its symbol; the CURIE where the format has none
 * @param form       the isoform or processed form; empty when the row is on the product as such
 * @param type       what kind of thing it is, as the file says; empty where the format does not say
 * @param negated    whether the relation is denied
 * @param relation   the relation
 * @param term       the GO term, as a CURIE
 * @param references the reference's identifiers
 * @param code       the evidence as written
 * @param evidence   the class of evidence, as a CURIE
 * @param date       when it was made
 * @param assignedBy who made it
 * @param note       what else the row says, for people
 */
record Annotation(long row, String product, String symbol, String form, String type, boolean negated,
        GoRelation relation,
        String term, List<String> references, String code, String evidence, LocalDate date, String assignedBy,
        String note) {

    /** What the row says, whoever found it and however. */
    String statement() {
        return String.join(" ", product, form, relation.name(), term);
    }
}
