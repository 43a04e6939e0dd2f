package org.secretomegraph.catalogue;

import org.apache.jena.graph.Node;
import org.secretomegraph.vocab.Curie;

/**
 * A term that may have been meant.
 *
 * @param term  its IRI
 * @param label empty when it has none
 */
public record ProposedTerm(Node term, String label) {

    /** The term as a CURIE, or its IRI when no prefix is known. */
    public String identifier() {
        return Curie.compact(term.getURI()).orElse(term.getURI());
    }

    /** As {@code HGNC:4893 (HGF)}. */
    @Override
    public String toString() {
        return identifier() + (label.isEmpty() ? "" : " (" + label + ")");
    }
}
