package org.secretomegraph.linking.release;

/** What a release says of a term. The value is an IRI, a text, or empty. */
public enum TermField {
    /** The term is a class. No value. */
    CLASS,
    /** The term is an object property. No value. */
    PROPERTY,
    /** The term is a named individual. No value. */
    INDIVIDUAL,
    /** The term is a data property. No value. */
    DATA_PROPERTY,
    /** The term is an annotation property. No value. */
    ANNOTATION_PROPERTY,
    /** It is not a term: a datatype, or the ontology itself. No value. */
    NO_TERM,
    LABEL,
    EXACT_SYNONYM,
    /** A related, broad or narrow synonym. */
    OTHER_SYNONYM,
    /** A superclass or superproperty with a name. */
    IS_A,
    /** What each instance of the class is part of. */
    PART_OF,
    INVERSE_OF,
    /** The term is withdrawn. No value. */
    OBSOLETE,
    REPLACED_BY,
    /** A term that may fit instead of a withdrawn one. */
    CONSIDER,
    /** An identifier that was merged into the term. */
    MERGED
}
