package org.secretomegraph.graph;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/**
 * What follows from the asserted graphs: first the direct links from the claims, then the entailments of all. Safe for
 * many users: it holds the rules and no graph.
 */
public final class Derivation {
    private final List<Path> rules;

    public Derivation(List<Path> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Brings the derived graphs up to date with what the transaction changed so far. */
    public void update(Writing writing) {
        if (!writing.delta().isEmpty()) {
            rebuild(writing);
        }
    }

    /** Derives everything anew. */
    public void rebuild(Writing writing) {
        replace(NamedGraphs.LINKS, DirectLinks.of(UnionGraph.without(NamedGraphs.DERIVED, writing.base()), rules), writing);
        replace(NamedGraphs.ENTAILMENTS,
                Entailment.of(UnionGraph.without(Set.of(NamedGraphs.ENTAILMENTS), writing.base())), writing);
    }

    private static void replace(Node name, Graph content, Writing writing) {
        for (Quad old : Iter.toList(writing.base().find(name, Node.ANY, Node.ANY, Node.ANY))) {
            if (!content.contains(old.asTriple())) {
                writing.derive(old, false);
            }
        }
        for (Triple triple : content.find().toList()) {
            writing.derive(Quad.create(name, triple), true);
        }
    }
}
