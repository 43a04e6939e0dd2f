package org.secretomegraph.curation;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** Where claim sheets are kept, each in a graph of its own. */
public interface ClaimTarget extends AutoCloseable {

    /** Puts a sheet in place of what its graph held, if the rules let it. */
    CurationResult write(Path file, Node graph);

    /** Says what {@link #write} would say, and changes nothing. */
    CurationResult tryOut(Path file, Node graph);

    /** The sheet that is kept in this graph, as text; empty when the graph holds no claims. */
    Optional<String> sheet(Node graph);

    @Override
    void close();
}
