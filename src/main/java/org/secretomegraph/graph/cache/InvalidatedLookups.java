package org.secretomegraph.graph.cache;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.secretomegraph.graph.change.QuadDelta;

/** The look-ups in a graph whose result a change may have altered. */
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

    /** Literals always count: TDB2 compares some by value and finds 1 for 01. */
    boolean object(Triple pattern) {
        return pattern.getObject().isLiteral() || patterns.contains(pattern);
    }
}
