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
 * Follows property paths in both directions. It works on sets of nodes: a node that is reached in several ways is
 * visited once, where the path evaluation of Jena would count each way.
 */
public final class PathWalker {
    /** From a class to itself and its superclasses. */
    public static final Path SUPERCLASSES = PathFactory.pathZeroOrMore1(PathFactory.pathLink(RDFS.subClassOf.asNode()));

    private final Graph graph;
    private long visited;

    public PathWalker(Graph graph) {
        this.graph = graph;
    }

    /** The number of triples and nodes visited so far. */
    public long visited() {
        return visited;
    }

    /** The nodes from which the path leads to one of these. */
    public Set<Node> backward(Path path, Set<Node> ends) {
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
            // An upper bound is enough: each candidate is checked to be a focus node and validated.
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
            default -> throw new IllegalStateException("not a supported path: " + path);
        };
    }

    private Set<Node> step(Node predicate, Set<Node> from, boolean forward) {
        Set<Node> found = new LinkedHashSet<>();
        for (Node node : from) {
            visited++;
            ExtendedIterator<Triple> triples = forward ? graph.find(node, predicate, Node.ANY)
                    : graph.find(Node.ANY, predicate, node);
            while (triples.hasNext()) {
                Triple triple = triples.next();
                visited++;
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

    /** Whether the path consists of the operators of SPARQL 1.1 and SHACL, which this class can follow. */
    public static boolean isSupported(Path path) {
        return switch (path) {
            case P_Link link -> true;
            case P_NegPropSet not -> true;
            case P_Inverse inverse -> isSupported(inverse.getSubPath());
            case P_Seq seq -> isSupported(seq.getLeft()) && isSupported(seq.getRight());
            case P_Alt alt -> isSupported(alt.getLeft()) && isSupported(alt.getRight());
            case P_ZeroOrOne maybe -> isSupported(maybe.getSubPath());
            case P_ZeroOrMore1 many -> isSupported(many.getSubPath());
            case P_ZeroOrMoreN many -> isSupported(many.getSubPath());
            case P_OneOrMore1 many -> isSupported(many.getSubPath());
            case P_OneOrMoreN many -> isSupported(many.getSubPath());
            default -> false;
        };
    }
}
