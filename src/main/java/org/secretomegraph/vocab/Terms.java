package org.secretomegraph.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The few terms of other vocabularies that the code itself needs. */
public final class Terms {
    public static final String DCTERMS = "http://purl.org/dc/terms/";
    public static final String PROV = "http://www.w3.org/ns/prov#";
    public static final String BIBO = "http://purl.org/ontology/bibo/";

    public static final Node title = iri(DCTERMS + "title");
    public static final Node description = iri(DCTERMS + "description");
    public static final Node created = iri(DCTERMS + "created");
    public static final Node issued = iri(DCTERMS + "issued");
    public static final Node license = iri(DCTERMS + "license");
    public static final Node wasAttributedTo = iri(PROV + "wasAttributedTo");
    public static final Node wasDerivedFrom = iri(PROV + "wasDerivedFrom");
    public static final Node doi = iri(BIBO + "doi");
    public static final Node pmid = iri(BIBO + "pmid");

    /** The term that replaces an obsolete one ("term replaced by", Information Artifact Ontology). */
    public static final Node replacedBy = iri("http://purl.obolibrary.org/obo/IAO_0100001");

    private Terms() {}

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
