package org.secretomegraph.bench;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * The part of the shapes that guard and RDF4J understand alike, so that both do the same work. Left out are rules that
 * only warn, because RDF4J refuses a change for a warning too, and rules with a path of any length, which it ignores.
 */
final class SharedShapes {
    private SharedShapes() {}

    /** @param queries whether rules with {@code sh:sparql} stay */
    static Graph of(Graph shapes, boolean queries) {
        return without(shapes, rule -> shapes.contains(rule, SHACL.severity, SHACL.Warning)
                || shapes.contains(rule, SHACL.severity, SHACL.Info) || reachesLongPath(rule, shapes, new HashSet<>())
                || !queries && shapes.contains(rule, SHACL.sparql, Node.ANY));
    }

    /** Whether the rule, or a part of it, follows a path of any length. Another rule is not a part. */
    private static boolean reachesLongPath(Node part, Graph shapes, Set<Node> seen) {
        if (part.isLiteral() || !seen.add(part)) {
            return false;
        }
        if (shapes.contains(part, SHACL.zeroOrMorePath, Node.ANY)
                || shapes.contains(part, SHACL.oneOrMorePath, Node.ANY)) {
            return true;
        }
        return shapes.find(part, Node.ANY, Node.ANY).toList().stream().map(Triple::getObject)
                .anyMatch(next -> !shapes.contains(next, SHACL.severity, Node.ANY)
                        && reachesLongPath(next, shapes, seen));
    }

    /** The shapes as they are, without queries. */
    static Graph withoutQueries(Graph shapes) {
        return without(shapes, rule -> shapes.contains(rule, SHACL.sparql, Node.ANY));
    }

    private static Graph without(Graph shapes, Predicate<Node> left) {
        Graph kept = GraphFactory.createDefaultGraph();
        kept.getPrefixMapping().setNsPrefixes(shapes.getPrefixMapping());
        // By SHACL's vocabulary these two make a node shape a property shape as well, which RDF4J refuses.
        Set<Node> texts = Set.of(SHACL.name, SHACL.description);
        for (Triple t : shapes.find().toList()) {
            boolean ofLeft =
                    left.test(t.getSubject()) || t.getPredicate().equals(SHACL.property) && left.test(t.getObject());
            if (!ofLeft && !texts.contains(t.getPredicate())) {
                kept.add(t);
            }
        }
        return kept;
    }
}
