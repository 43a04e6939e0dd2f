package org.secretomegraph.release.export;

import org.secretomegraph.graph.Snapshot;

/** A way of saying the graph in another tool's format. */
@FunctionalInterface
public interface Export {
    Exported of(Snapshot snapshot);
}
