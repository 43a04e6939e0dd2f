package org.secretomegraph.release.export;

import org.secretomegraph.graph.store.Snapshot;

/** A way of saying the graph in another tool's format. */
@FunctionalInterface
public interface Export {
    ExportResult of(Snapshot snapshot);
}
