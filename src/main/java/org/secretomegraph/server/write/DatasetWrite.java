package org.secretomegraph.server.write;

import java.util.function.Predicate;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.change.DigestIndex;
import org.secretomegraph.guard.Change;

/**
 * A whole dataset, added or put in place of all. Its default graph is the union here, so that a triple which one of its
 * graphs states is not stated once more: what was read from this server can be sent back. When it replaces everything,
 * what
 * it tells of itself is left out: that was true of the day on which it was read, and the server tells it anew.
 */
final class DatasetWrite {
    private DatasetWrite() {}

    static Change of(RdfBody said, boolean replace) {
        Predicate<Triple> isRepeated = repeated(said);
        return new Change(replace ? "put the dataset" : "add to the dataset", dataset -> {
            if (replace) {
                Iter.toList(dataset.listGraphNodes()).stream().filter(name -> !isTold(name))
                        .forEach(dataset::removeGraph);
            }
            said.each(triple -> {
                if (!isRepeated.test(triple)) {
                    dataset.add(Quad.create(Quad.defaultGraphIRI, triple));
                }
            }, quad -> {
                if (!(replace && isTold(quad.getGraph()))) {
                    dataset.add(quad);
                }
            });
        });
    }

    /** Of what the graphs state a digest stays, and only where the default graph states something too. */
    private static Predicate<Triple> repeated(RdfBody said) {
        if (said.quads() == 0 || said.triples() == 0) {
            return triple -> false;
        }
        DigestIndex inGraphs = new DigestIndex();
        said.each(triple -> {}, quad -> inGraphs.add(text(quad.asTriple())));
        return triple -> inGraphs.find(text(triple)).isPresent();
    }

    private static String text(Triple triple) {
        return NodeFmtLib.strNT(triple.getSubject()) + " " + NodeFmtLib.strNT(triple.getPredicate()) + " "
                + NodeFmtLib.strNT(triple.getObject());
    }

    private static boolean isTold(Node graph) {
        return NamedGraphs.DESCRIPTIONS.contains(graph);
    }
}
