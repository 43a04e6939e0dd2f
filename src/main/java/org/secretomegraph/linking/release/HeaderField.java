package org.secretomegraph.linking.release;

/** What a release says of itself. */
public enum HeaderField {
    /** The ontology's IRI without a version, for example {@code http://purl.obolibrary.org/obo/cl.owl}. */
    ONTOLOGY,
    /** A version as an IRI, a path or a name; it often holds a date. */
    VERSION,
    /** When it was saved, as OBO writes it ({@code 31:01:2026 12:00}); of use where no version is stated. */
    DATE,
    /** A document that it takes in, and that is not read. */
    IMPORT,
    TITLE,
    LICENSE
}
