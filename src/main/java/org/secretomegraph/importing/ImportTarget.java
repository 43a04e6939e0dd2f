package org.secretomegraph.importing;

import org.apache.jena.graph.Graph;
import org.secretomegraph.importing.record.ImportResult;
import org.secretomegraph.importing.record.Importer;

/** Where imported data is kept, each file in a graph of its own. */
public interface ImportTarget extends AutoCloseable {

    /**
     * What is known there of terms and publications. What was imported does not count: a graph of imported data stands
     * by
     * itself, so that it can be replaced or deleted without another one losing what it leans on.
     */
    Graph believed();

    /** Puts what a file says in place of what its graph held, if the rules let it. */
    ImportResult write(Importer intake);

    /** Says what {@link #write} would say, and changes nothing. */
    ImportResult tryOut(Importer intake);

    @Override
    void close();
}
