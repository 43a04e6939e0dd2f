package org.secretomegraph.linking.release;

/** Takes facts as they are read, in no particular order. */
public interface OntologyHandler {
    /** @param value an IRI for the ontology, a text else */
    default void header(HeaderField field, String value) {}

    /**
     * @param term  the term's IRI
     * @param value an IRI for a fact between terms, a text for a label or synonym, empty else
     */
    void term(String term, TermField field, String value);
}
