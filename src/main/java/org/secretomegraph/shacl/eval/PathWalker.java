package org.secretomegraph.shacl.eval;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_OneOrMoreN;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrMoreN;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathFactory;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.RDFS;

/**
 * Walks property paths back to where they can begin. Works on sets of nodes: a node that many ways lead to is looked at
 * once, where Jena's path evaluation would count each way.
 */
public final class PathWalker {
    /** From a class to itself and its superclasses. */
    public static final Path ABOVE = PathFactory.pathZeroOrMore1(PathFactory.pathLink(RDFS.subClassOf.asNode()));

    private final Graph graph;
    private long seen;

    public PathWalker(Graph graph) {
        this.graph = graph;
    }

    /** How many triples and nodes it has looked at so far. */
    public long seen() {
        return seen;
    }

    /** The nodes from which the path leads to one of these. */
    public Set<Node> back(Path path, Set<Node> ends) {
        return walk(path, ends, false);
    }

    /** The nodes to which the path leads from these. */
    Set<Node> forward(Path path, Set<Node> begins) {
        return walk(path, begins, true);
    }

    private Set<Node> walk(Path path, Set<Node> from, boolean forward) {
        if (from.isEmpty()) {
            return from;
        }
        return switch (path) {
            case P_Link link -> step(link.getNode(), from, forward);
            // A few nodes too many do no harm: each is checked to be a focus node and judged as it is.
            case P_NegPropSet not -> not.getBwdNodes().isEmpty() ? step(Node.ANY, from, forward)
                    : union(step(Node.ANY, from, forward), step(Node.ANY, from, !forward));
            case P_Inverse inverse -> walk(inverse.getSubPath(), from, !forward);
            case P_Seq seq -> forward ? walk(seq.getRight(), walk(seq.getLeft(), from, true), true)
                    : walk(seq.getLeft(), walk(seq.getRight(), from, false), false);
            case P_Alt alt -> union(walk(alt.getLeft(), from, forward), walk(alt.getRight(), from, forward));
            case P_ZeroOrOne maybe -> union(from, walk(maybe.getSubPath(), from, forward));
            case P_ZeroOrMore1 star -> closure(from, x -> walk(star.getSubPath(), x, forward));
            case P_ZeroOrMoreN star -> closure(from, x -> walk(star.getSubPath(), x, forward));
            case P_OneOrMore1 plus -> closure(walk(plus.getSubPath(), from, forward),
                    x -> walk(plus.getSubPath(), x, forward));
            case P_OneOrMoreN plus -> closure(walk(plus.getSubPath(), from, forward),
                    x -> walk(plus.getSubPath(), x, forward));
            default -> throw new IllegalStateException("a path that no index entry has: " + path);
        };
    }

    private Set<Node> step(Node predicate, Set<Node> from, boolean forward) {
        Set<Node> found = new LinkedHashSet<>();
        for (Node node : from) {
            seen++;
            ExtendedIterator<Triple> triples = forward ? graph.find(node, predicate, Node.ANY)
                    : graph.find(Node.ANY, predicate, node);
            while (triples.hasNext()) {
                Triple triple = triples.next();
                seen++;
                found.add(forward ? triple.getObject() : triple.getSubject());
            }
        }
        return found;
    }

    private static Set<Node> closure(Set<Node> from, UnaryOperator<Set<Node>> step) {
        Set<Node> reached = new LinkedHashSet<>(from);
        Deque<Node> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            for (Node next : step.apply(Set.of(open.poll()))) {
                if (reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return reached;
    }

    private static Set<Node> union(Set<Node> a, Set<Node> b) {
        Set<Node> both = new HashSet<>(a);
        both.addAll(b);
        return both;
    }

    /** Whether the path is made of the steps that SPARQL 1.1 and SHACL have, so that this class can follow it. */
    public static boolean isPlain(Path path) {
        return switch (path) {
            case P_Link link -> true;
            case P_NegPropSet not -> true;
            case P_Inverse inverse -> isPlain(inverse.getSubPath());
            case P_Seq seq -> isPlain(seq.getLeft()) && isPlain(seq.getRight());
            case P_Alt alt -> isPlain(alt.getLeft()) && isPlain(alt.getRight());
            case P_ZeroOrOne maybe -> isPlain(maybe.getSubPath());
            case P_ZeroOrMore1 many -> isPlain(many.getSubPath());
            case P_ZeroOrMoreN many -> isPlain(many.getSubPath());
            case P_OneOrMore1 many -> isPlain(many.getSubPath());
            case P_OneOrMoreN many -> isPlain(many.getSubPath());
            default -> false;
        };
    }
}
