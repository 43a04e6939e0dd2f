package org.secretomegraph.server.entity;

import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.vocab.Terms;

/** Names of properties whose vocabularies are not in the graph. */
final class PropertyNames {
    private static final Map<Node, String> WORDS = Map.ofEntries(Map.entry(Terms.exactSynonym, "exact synonym"),
            Map.entry(Terms.narrowSynonym, "narrower synonym"), Map.entry(Terms.broadSynonym, "broader synonym"),
            Map.entry(Terms.relatedSynonym, "related synonym"), Map.entry(Terms.xref, "cross-reference"),
            Map.entry(RDFS.subClassOf.asNode(), "subclass of"),
            Map.entry(RDFS.subPropertyOf.asNode(), "subproperty of"),
            Map.entry(OWL2.equivalentClass.asNode(), "defined as"), Map.entry(RDFS.comment.asNode(), "comment"),
            Map.entry(RDFS.domain.asNode(), "domain"), Map.entry(RDFS.range.asNode(), "range"),
            Map.entry(RDFS.isDefinedBy.asNode(), "kept in"), Map.entry(RDFS.seeAlso.asNode(), "see also"),
            Map.entry(Terms.wasAttributedTo, "curated by"), Map.entry(Terms.wasDerivedFrom, "derived from"),
            Map.entry(Terms.created, "created"), Map.entry(Terms.issued, "published"), Map.entry(Terms.title, "title"),
            Map.entry(Terms.description, "description"), Map.entry(Terms.creator, "made by"),
            Map.entry(Terms.contributor, "contributor"),
            Map.entry(Terms.source, "source"), Map.entry(Terms.license, "licence"), Map.entry(Terms.doi, "DOI"),
            Map.entry(Terms.pmid, "PubMed"), Map.entry(OWL2.versionInfo.asNode(), "version"));

    private PropertyNames() {}

    /** Without the "has" of a label that is a verb phrase. */
    static String of(Node property, Entities entities) {
        return WORDS.getOrDefault(property, entities.label(property).replaceFirst("^has (?=.)", ""));
    }
}
