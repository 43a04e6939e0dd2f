package org.secretomegraph.guard;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * What somebody wants to say: triples that are to be judged against a graph that is already believed.
 *
 * @param source  the file as the user named it
 * @param triples what it says
 * @param sheet   whether it is a claim sheet, so that a claim's row is the place to edit
 */
public record Proposed(String source, Graph triples, boolean sheet) {

    /** The nodes that something is said of. Only these are judged. */
    Set<Node> subjects() {
        return triples.stream().map(Triple::getSubject).collect(Collectors.toSet());
    }
}
