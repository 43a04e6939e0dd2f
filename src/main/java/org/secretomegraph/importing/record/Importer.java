package org.secretomegraph.importing.record;

import java.util.List;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.secretomegraph.findings.CellIndex;
import org.secretomegraph.report.Finding;

/** One file that is to be imported, into a graph of its own. It can be read more than once. */
public interface Importer {
    /** The file as the user named it. */
    String name();

    /** Where its triples belong. */
    Node graph();

    /** How its rows are laid out, so that a finding on a triple leads back to a cell. */
    CellIndex layout();

    /** Reads the file to its end, whatever is wrong with it. */
    Reading read(Consumer<Triple> out);

    /**
     * What reading came to.
     *
     * @param rows     rows or records that were read
     * @param claims   claims that were made of them
     * @param findings what is wrong, and what was left out
     * @param missing  identifiers of terms that the graph does not hold; slices with them would let more rows in
     */
    record Reading(long rows, long claims, List<Finding> findings, SortedSet<String> missing) {}
}
