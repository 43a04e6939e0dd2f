package org.secretomegraph.graph.cache;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.secretomegraph.graph.change.QuadDelta;

/** The questions about a graph that a change may have given another answer. */
final class InvalidatedLookups {
    private final Set<Node> subjects = new HashSet<>();
    private final Set<Triple> patterns = new HashSet<>();

    InvalidatedLookups(QuadDelta delta) {
        Stream.concat(delta.added().stream(), delta.removed().stream()).map(Quad::asTriple).forEach(changed -> {
            subjects.add(changed.getSubject());
            patterns.add(pattern(changed));
        });
    }

    static Triple pattern(Triple triple) {
        return Triple.create(Node.ANY, triple.getPredicate(), triple.getObject());
    }

    boolean subject(Node subject) {
        return subjects.contains(subject);
    }

    /** A literal may stand for another one with the same value: TDB2 finds 1 when asked for 01. */
    boolean object(Triple pattern) {
        return pattern.getObject().isLiteral() || patterns.contains(pattern);
    }
}
