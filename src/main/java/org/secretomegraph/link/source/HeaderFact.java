package org.secretomegraph.link.source;

/** What a release says of itself. */
public enum HeaderFact {
    /** The ontology's IRI without a version, for example {@code http://purl.obolibrary.org/obo/cl.owl}. */
    ONTOLOGY,
    /** A version as an IRI, a path or a name; it often holds a date. */
    VERSION,
    TITLE,
    LICENSE
}
