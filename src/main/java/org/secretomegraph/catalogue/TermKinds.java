package org.secretomegraph.catalogue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.graph.TermLabels;
import org.secretomegraph.graph.infer.TransitiveClosure;
import org.secretomegraph.vocab.Curie;

/**
 * Of which kinds a term may be: the given classes and all below them. Classes that a graph says nothing about forbid
 * nothing:
 * a file of claims alone has no hierarchy.
 */
final class TermKinds {
    private final Graph graph;
    private final List<Node> roots;

    /** @param under the classes as CURIEs */
    TermKinds(Graph graph, List<String> under) {
        this.graph = graph;
        this.roots = under.stream().map(Curie::expand).flatMap(Optional::stream).map(NodeFactory::createURI)
                .filter(root -> graph.contains(root, RDFS.label.asNode(), Node.ANY)).toList();
    }

    boolean fits(Node term) {
        return roots.isEmpty() || roots.contains(term)
                || !Collections.disjoint(roots, TransitiveClosure.superclasses(term, graph));
    }

    /** {@code disease or injury}: what a term must be, as a phrase. */
    String phrase() {
        return roots.stream().map(this::label).collect(Collectors.joining(" or "));
    }

    /** {@code MONDO:0000001 (disease) or MONDO:0021178 (injury)}. */
    String identified() {
        return roots.stream().map(root -> new ProposedTerm(root, label(root)).toString())
                .collect(Collectors.joining(" or "));
    }

    /** The term's label; empty when it has none. */
    String label(Node term) {
        return TermLabels.of(term, graph).orElse("");
    }
}
