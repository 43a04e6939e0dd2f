package org.secretomegraph.curation.rdf;

import org.apache.jena.graph.Triple;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.curation.read.ClaimRow;
import org.secretomegraph.table.CellError;

/** Where the triples of a row go, and the cells that cannot become triples. */
public interface ClaimSink {
    void add(Triple triple);

    void reject(ClaimRow row, ClaimColumn column, CellError error);
}
