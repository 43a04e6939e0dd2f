package org.secretomegraph.curation;

import org.apache.jena.graph.Triple;
import org.secretomegraph.sheet.Fault;

/** Where the triples of a row go, and the cells that cannot become triples. */
interface ClaimSink {
    void say(Triple triple);

    void badCell(ClaimRow row, ClaimColumn column, Fault fault);
}
