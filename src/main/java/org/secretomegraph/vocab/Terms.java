package org.secretomegraph.vocab;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The few terms of other vocabularies that the code itself needs. */
public final class Terms {
    /** What the IRIs of the OBO library begin with (https://obofoundry.org/id-policy). */
    public static final String OBO = "http://purl.obolibrary.org/obo/";
    public static final String DCTERMS = "http://purl.org/dc/terms/";
    public static final String PROV = "http://www.w3.org/ns/prov#";
    public static final String BIBO = "http://purl.org/ontology/bibo/";
    /** Vocabulary of Interlinked Datasets (https://www.w3.org/TR/void/). */
    public static final String VOID = "http://rdfs.org/ns/void#";
    /** Extensions of VoID: the datatypes of a property's values (http://ldf.fi/void-ext). */
    public static final String VOID_EXT = "http://ldf.fi/void-ext#";
    /** SPARQL 1.1 Service Description (https://www.w3.org/TR/sparql11-service-description/). */
    public static final String SD = "http://www.w3.org/ns/sparql-service-description#";

    public static final Node title = iri(DCTERMS + "title");
    public static final Node description = iri(DCTERMS + "description");
    public static final Node creator = iri(DCTERMS + "creator");
    public static final Node contributor = iri(DCTERMS + "contributor");
    public static final Node created = iri(DCTERMS + "created");
    public static final Node issued = iri(DCTERMS + "issued");
    public static final Node source = iri(DCTERMS + "source");
    public static final Node license = iri(DCTERMS + "license");
    public static final Node wasAttributedTo = iri(PROV + "wasAttributedTo");
    public static final Node wasDerivedFrom = iri(PROV + "wasDerivedFrom");
    public static final Node wasGeneratedBy = iri(PROV + "wasGeneratedBy");
    public static final Node wasAssociatedWith = iri(PROV + "wasAssociatedWith");
    public static final Node used = iri(PROV + "used");
    public static final Node endedAtTime = iri(PROV + "endedAtTime");
    public static final Node entity = iri(PROV + "Entity");
    public static final Node activity = iri(PROV + "Activity");
    public static final Node organization = iri(PROV + "Organization");
    public static final Node softwareAgent = iri(PROV + "SoftwareAgent");
    public static final Node identifier = iri(DCTERMS + "identifier");
    public static final Node doi = iri(BIBO + "doi");
    public static final Node pmid = iri(BIBO + "pmid");

    /** The term that replaces an obsolete one ("term replaced by", Information Artifact Ontology). */
    public static final Node replacedBy = iri(OBO + "IAO_0100001");

    public static final String OBO_IN_OWL = "http://www.geneontology.org/formats/oboInOwl#";
    /** A term's definition, as OBO ontologies and our own terms have it. */
    public static final Node definition = iri(OBO + "IAO_0000115");
    public static final Node definitionSource = iri(OBO + "IAO_0000119");
    /** Our definition of a term that another ontology keeps. */
    public static final Node ownDefinition = iri("http://www.w3.org/2004/02/skos/core#definition");
    public static final Node exactSynonym = iri(OBO_IN_OWL + "hasExactSynonym");
    public static final Node narrowSynonym = iri(OBO_IN_OWL + "hasNarrowSynonym");
    public static final Node broadSynonym = iri(OBO_IN_OWL + "hasBroadSynonym");
    public static final Node relatedSynonym = iri(OBO_IN_OWL + "hasRelatedSynonym");
    public static final List<Node> SYNONYMS = List.of(exactSynonym, narrowSynonym, broadSynonym, relatedSynonym);
    public static final Node xref = iri(OBO_IN_OWL + "hasDbXref");

    private Terms() {}

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
