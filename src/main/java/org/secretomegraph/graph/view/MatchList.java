package org.secretomegraph.graph.view;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;

/** A small result of a look-up that is cached. For one thread. */
public final class MatchList {
    private final List<Triple> triples;
    private @Nullable Set<Node> subjects;

    public MatchList(List<Triple> triples) {
        this.triples = triples;
    }

    public List<Triple> triples() {
        return triples;
    }

    /** Their subjects; computed on the first call and then kept. */
    public Set<Node> subjects() {
        if (subjects == null) {
            Set<Node> all = HashSet.newHashSet(triples.size());
            triples.forEach(t -> all.add(t.getSubject()));
            subjects = all;
        }
        return subjects;
    }
}
