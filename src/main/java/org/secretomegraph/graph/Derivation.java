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
 * many users: it holds the rules and no graph. Following a change gives the same graphs as deriving everything anew.
 */
public final class Derivation {
    private static final Set<Node> ENTAILED = Set.of(NamedGraphs.ENTAILMENTS);

    private final DirectLinks links;

    /** @param rules the CONSTRUCT queries that make direct links */
    public Derivation(List<Path> rules) {
        this.links = new DirectLinks(rules);
    }

    /** Brings the derived graphs up to date with what the transaction changed so far. */
    public void update(Writing writing) {
        updateLinks(writing);
        TripleDelta change = writing.delta().triples(writing.base(), graph -> !ENTAILED.contains(graph));
        if (!change.isEmpty()) {
            Entailment.update(new Remembering(UnionGraph.without(ENTAILED, writing.base())), change,
                    t -> derive(t, NamedGraphs.ENTAILMENTS, true, writing),
                    t -> derive(t, NamedGraphs.ENTAILMENTS, false, writing));
        }
    }

    private void updateLinks(Writing writing) {
        TripleDelta change = writing.delta().triples(writing.base(), graph -> !NamedGraphs.DERIVED.contains(graph));
        if (change.isEmpty()) {
            return;
        }
        Graph claims = new Remembering(UnionGraph.without(NamedGraphs.DERIVED, writing.base()));
        boolean followed = links.update(claims, change, writing.base().getGraph(NamedGraphs.LINKS),
                t -> derive(t, NamedGraphs.LINKS, true, writing), t -> derive(t, NamedGraphs.LINKS, false, writing));
        if (!followed) {
            replace(NamedGraphs.LINKS, links.of(claims), writing);
        }
    }

    /** Derives everything anew. */
    public void rebuild(Writing writing) {
        replace(NamedGraphs.LINKS, links.of(UnionGraph.without(NamedGraphs.DERIVED, writing.base())), writing);
        replace(NamedGraphs.ENTAILMENTS, Entailment.of(UnionGraph.without(ENTAILED, writing.base())), writing);
    }

    private static void replace(Node name, Graph content, Writing writing) {
        for (Quad old : Iter.toList(writing.base().find(name, Node.ANY, Node.ANY, Node.ANY))) {
            writing.derive(old, content.contains(old.asTriple()));
        }
        content.find().toList().forEach(t -> derive(t, name, true, writing));
    }

    private static void derive(Triple triple, Node name, boolean holds, Writing writing) {
        writing.derive(Quad.create(name, triple), holds);
    }
}
