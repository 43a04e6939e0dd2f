package org.secretomegraph.shacl.incremental;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.secretomegraph.shacl.eval.PathWalker;

/**
 * What a {@code sh:sparql} constraint looks at. Nobody has to declare a constraint local: the query is read. A triple
 * pattern that hangs together with {@code $this}, directly or through other patterns, is looked at only from nodes that
 * can be reached from the focus node, and the way there is known. A pattern that does not hang together can be matched
 * anywhere: when such a triple changes, every focus node of the shape is judged.
 *
 * <p>Why this is right: whatever plan the engine takes, the result for a focus node is the same as that of a plan which
 * matches the patterns one after the other, each from an end that is known by then. {@link SparqlScopeAnalyzer} takes
 * care that
 * an end counts as known only where SPARQL's semantics (bottom up; OPTIONAL, subqueries) make it so.
 */
public final class SparqlDependencyAnalyzer {
    private static final Var NONE = Var.alloc("-none-");

    private final DependencySet reads = new DependencySet();

    private SparqlDependencyAnalyzer() {}

    /**
     * @param focus  the way to {@code $this}
     * @param values the way to the value nodes, which an ASK query calls {@code $value}
     * @param path   the path of the property shape, which the query calls {@code $PATH}
     */
    static Set<ShapeDependency> of(Query query, Optional<Path> focus, Optional<Path> values, Optional<Path> path) {
        SparqlDependencyAnalyzer visit = new SparqlDependencyAnalyzer();
        Map<Var, Known> given = new HashMap<>();
        given.put(Var.alloc("this"), new Known.Reached(focus));
        if (query.isAskType()) {
            given.put(Var.alloc("value"), new Known.Reached(values));
        }
        path.ifPresent(p -> given.put(Var.alloc("PATH"), new Known.Followed(p)));
        given.put(Var.alloc("currentShape"), new Known.Other());
        given.put(Var.alloc("shapesGraph"), new Known.Other());
        new SparqlScopeAnalyzer(visit::pattern, visit.reads).query(query, given);
        return visit.reads.all();
    }

    /** Adds what a pattern looks at, from an end that is known. Returns what becomes known by it; or nothing. */
    private Optional<Map<Var, Known>> pattern(TriplePath pattern, Map<Var, Known> known) {
        Optional<Path> along = along(pattern, known);
        if (along.isEmpty()) {
            return Optional.empty();
        }
        Path path = along.get();
        presence(pattern, path, known);
        if (known.get(varOf(pattern.getSubject())) instanceof Known.Reached reached) {
            reads.path(reached.way(), path);
            return Optional.of(found(pattern.getObject(), DependencySet.then(reached.way(), path), pattern, known));
        }
        if (known.get(varOf(pattern.getObject())) instanceof Known.Reached reached) {
            Path back = PathFactory.pathInverse(path);
            reads.path(reached.way(), back);
            return Optional.of(found(pattern.getSubject(), DependencySet.then(reached.way(), back), pattern, known));
        }
        return Optional.empty();
    }

    /**
     * Whether a node is in the graph decides about a way without steps from it to itself. A node that triples lead to is;
     * only the focus node need not be.
     */
    private void presence(TriplePath pattern, Path path, Map<Var, Known> known) {
        boolean ofFocus = Stream.of(pattern.getSubject(), pattern.getObject())
                .anyMatch(end -> known.get(varOf(end)) instanceof Known.Reached reached && reached.way().stream()
                        .allMatch(DependencySet::canBeEmpty));
        if (ofFocus && DependencySet.canBeEmpty(path)) {
            reads.path(Optional.empty(), new P_NegPropSet());
        }
    }

    private static Map<Var, Known> found(Node end, Optional<Path> way, TriplePath pattern, Map<Var, Known> known) {
        Map<Var, Known> found = new HashMap<>();
        if (Var.isVar(end) && !(known.get(varOf(end)) instanceof Known.Reached)) {
            found.put(varOf(end), new Known.Reached(way));
        }
        if (Var.isVar(pattern.getPredicate())) {
            found.putIfAbsent(varOf(pattern.getPredicate()), new Known.Other());
        }
        return found;
    }

    private static Optional<Path> along(TriplePath pattern, Map<Var, Known> known) {
        return stated(pattern, known).filter(PathWalker::isPlain).filter(path -> !isComputed(path));
    }

    /** Jena answers some predicates by a function that reads other triples, such as rdfs:member those of rdf:_1. */
    private static boolean isComputed(Path path) {
        DependencySet steps = new DependencySet();
        steps.path(Optional.empty(), path);
        return steps.all().stream().map(ShapeDependency::predicate)
                .anyMatch(p -> p.isURI() && PropertyFunctionRegistry.get().isRegistered(p.getURI()));
    }

    private static Optional<Path> stated(TriplePath pattern, Map<Var, Known> known) {
        if (pattern.getPath() != null) {
            return Optional.of(pattern.getPath());
        }
        Node predicate = pattern.getPredicate();
        if (!Var.isVar(predicate)) {
            return Optional.of(PathFactory.pathLink(predicate));
        }
        return switch (known.get(varOf(predicate))) {
            case Known.Followed followed -> Optional.of(followed.path());
            case Known.Listed listed -> listed.asPath();
            case null, default -> Optional.of(new P_NegPropSet());
        };
    }

    /** The predicates of a pattern that no known end leads to. */
    static Set<Node> predicates(TriplePath pattern, Map<Var, Known> known) {
        Optional<Path> along = along(pattern, known);
        if (along.isEmpty() || DependencySet.canBeEmpty(along.get())) {
            // From no known node an empty path leads to every node of the graph, and each triple can bring a node.
            return Set.of(Node.ANY);
        }
        DependencySet anywhere = new DependencySet();
        anywhere.path(Optional.empty(), along.get());
        Set<Node> predicates = new HashSet<>();
        anywhere.all().forEach(read -> predicates.add(read.predicate()));
        return predicates;
    }

    private static Var varOf(Node node) {
        return Var.isVar(node) ? Var.alloc(node) : NONE;
    }

    /** What is known of a variable when the plan comes to a pattern. */
    sealed interface Known {
        /** It is bound to nodes at the end of a way from the focus node. */
        record Reached(Optional<Path> way) implements Known {}

        /** It stands for the path of the property shape. */
        record Followed(Path path) implements Known {}

        /** It is bound to one of these. */
        record Listed(List<Node> nodes) implements Known {
            Optional<Path> asPath() {
                return nodes.stream().<Path>map(PathFactory::pathLink)
                        .reduce(PathFactory::pathAlt);
            }
        }

        /** It is bound, to whatever. */
        record Other() implements Known {}
    }
}
