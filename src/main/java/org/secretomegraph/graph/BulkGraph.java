package org.secretomegraph.graph;

import org.apache.jena.mem.GraphMem;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;

/**
 * An in-memory graph for many triples that are added and hardly ever removed: loaded files, copies for readers,
 * materialised triples. It compares by term and has no transactions, as Jena's default graph. Loading Jena's default
 * graph is quadratic for such data; {@link BulkTripleStore} says why.
 */
public final class BulkGraph extends GraphMem {
    public BulkGraph() {
        super(new BulkTripleStore());
    }

    /** An empty dataset without transactions whose graphs are of this kind; a graph put into it is not copied. */
    public static DatasetGraph dataset() {
        return new DatasetGraphMapLink(name -> new BulkGraph());
    }
}
