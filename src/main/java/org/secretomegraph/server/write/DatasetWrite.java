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
 * A whole dataset, added to the stored one or put in its place. The default graph of the server is the union, so that a
 * triple which a named graph of the body states is not stored in the default graph too: what was read from this server
 * can be sent back. A replacement leaves out the metadata graphs: they described the dataset when it was read, and the
 * server describes it anew.
 */
final class DatasetWrite {
    private DatasetWrite() {}

    static Change of(RdfBody body, boolean replace) {
        Predicate<Triple> isInGraphs = inGraphs(body);
        return new Change(replace ? "put the dataset" : "add to the dataset", dataset -> {
            if (replace) {
                Iter.toList(dataset.listGraphNodes()).stream().filter(name -> !isMetadata(name))
                        .forEach(dataset::removeGraph);
            }
            body.each(triple -> {
                if (!isInGraphs.test(triple)) {
                    dataset.add(Quad.create(Quad.defaultGraphIRI, triple));
                }
            }, quad -> {
                if (!(replace && isMetadata(quad.getGraph()))) {
                    dataset.add(quad);
                }
            });
        });
    }

    /** Only digests of the triples in named graphs are kept, and only when the default graph has triples. */
    private static Predicate<Triple> inGraphs(RdfBody body) {
        if (body.quads() == 0 || body.triples() == 0) {
            return triple -> false;
        }
        DigestIndex digests = new DigestIndex();
        body.each(triple -> {}, quad -> digests.add(ntriples(quad.asTriple())));
        return triple -> digests.find(ntriples(triple)).isPresent();
    }

    private static String ntriples(Triple triple) {
        return NodeFmtLib.strNT(triple.getSubject()) + " " + NodeFmtLib.strNT(triple.getPredicate()) + " "
                + NodeFmtLib.strNT(triple.getObject());
    }

    private static boolean isMetadata(Node graph) {
        return NamedGraphs.DESCRIPTIONS.contains(graph);
    }
}
