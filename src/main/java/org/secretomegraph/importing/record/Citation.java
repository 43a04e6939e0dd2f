package org.secretomegraph.importing.record;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.secretomegraph.vocab.Terms;

/**
 * A publication that an annotation cites by its identifiers.
 *
 * @param iri        the publication's IRI
 * @param identifier bibo:pmid or bibo:doi, if it has one of the two
 * @param value      the identifier
 */
public record Citation(Node iri, Optional<Node> identifier, String value) {
    private static final String PUBMED = "https://pubmed.ncbi.nlm.nih.gov/";

    /** The publication of PubMed, else of a DOI, else the page of the first reference that has one. */
    public static Optional<Citation> of(List<String> references, ImportTerms known, GoDatabases databases) {
        Optional<String> pmid = local(references, "PMID").filter(id -> id.matches("[1-9]\\d{0,7}"));
        if (pmid.isPresent()) {
            return pmid.map(id -> ofPubMed(id, known));
        }
        Optional<String> doi = local(references, "DOI").filter(id -> id.matches("10\\.\\d{4,9}/\\S+"));
        if (doi.isPresent()) {
            return doi.map(id -> new Citation(NodeFactory.createURI("https://doi.org/" + id.toLowerCase(Locale.ROOT)),
                    Optional.of(Terms.doi), id));
        }
        return references.stream().flatMap(r -> databases.address(GoDatabases.prefix(r), GoDatabases.local(r)).stream())
                .findFirst().map(page -> new Citation(NodeFactory.createURI(page), Optional.empty(), ""));
    }

    public static Citation ofPubMed(String pmid, ImportTerms known) {
        return new Citation(known.publication(pmid).orElseGet(() -> NodeFactory.createURI(PUBMED + pmid + "/")),
                Optional.of(Terms.pmid), pmid);
    }

    private static Optional<String> local(List<String> references, String database) {
        return references.stream().filter(r -> GoDatabases.prefix(r).equals(database)).map(GoDatabases::local)
                .findFirst();
    }
}
