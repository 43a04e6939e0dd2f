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
 * The dependencies of a {@code sh:sparql} constraint, found by reading its query. A triple pattern that is connected
 * to {@code $this}, directly or through other patterns, depends only on triples at nodes that are reached from the
 * focus node by a known path. A pattern that is not connected can match anywhere: when such a triple changes, every
 * focus node of the shape is affected.
 *
 * <p>This is correct because, whatever plan the engine takes, the result for a focus node equals that of a plan which
 * matches the patterns one after the other, each from an end that is bound by then. {@link SparqlScopeAnalyzer} counts
 * an end as bound only where the semantics of SPARQL (bottom up; OPTIONAL, subqueries) make it so. See docs/guard.md.
 */
public final class SparqlDependencyAnalyzer {
    private static final Var NO_VARIABLE = Var.alloc("-none-");

    private final DependencySet dependencies = new DependencySet();

    private SparqlDependencyAnalyzer() {}

    /**
     * @param focus the path to {@code $this}
     * @param values the path to the value nodes, which an ASK query calls {@code $value}
     * @param path the path of the property shape, which the query calls {@code $PATH}
     */
    static Set<ShapeDependency> of(Query query, Optional<Path> focus, Optional<Path> values, Optional<Path> path) {
        SparqlDependencyAnalyzer analyzer = new SparqlDependencyAnalyzer();
        Map<Var, Known> preBound = new HashMap<>();
        preBound.put(Var.alloc("this"), new Known.AtPath(focus));
        if (query.isAskType()) {
            preBound.put(Var.alloc("value"), new Known.AtPath(values));
        }
        path.ifPresent(p -> preBound.put(Var.alloc("PATH"), new Known.ShapePath(p)));
        preBound.put(Var.alloc("currentShape"), new Known.Unknown());
        preBound.put(Var.alloc("shapesGraph"), new Known.Unknown());
        new SparqlScopeAnalyzer(analyzer::pattern, analyzer.dependencies).query(query, preBound);
        return analyzer.dependencies.all();
    }

    /** Adds the dependencies of a pattern with a known end. Returns the variables that it binds; empty without such an end. */
    private Optional<Map<Var, Known>> pattern(TriplePath pattern, Map<Var, Known> known) {
        Optional<Path> stated = pathOf(pattern, known);
        if (stated.isEmpty()) {
            return Optional.empty();
        }
        Path path = stated.get();
        presence(pattern, path, known);
        if (known.get(varOf(pattern.getSubject())) instanceof Known.AtPath reached) {
            dependencies.path(reached.path(), path);
            return Optional
                    .of(bindings(pattern.getObject(), DependencySet.append(reached.path(), path), pattern, known));
        }
        if (known.get(varOf(pattern.getObject())) instanceof Known.AtPath reached) {
            Path inverse = PathFactory.pathInverse(path);
            dependencies.path(reached.path(), inverse);
            return Optional
                    .of(bindings(pattern.getSubject(), DependencySet.append(reached.path(), inverse), pattern, known));
        }
        return Optional.empty();
    }

    /**
     * Adds that the result depends on whether the focus node is in the graph at all, which decides whether an empty
     * path from the node to itself matches. Other nodes are reached by triples and so are in the graph.
     */
    private void presence(TriplePath pattern, Path path, Map<Var, Known> known) {
        boolean atFocusNode = Stream.of(pattern.getSubject(), pattern.getObject())
                .anyMatch(end -> known.get(varOf(end)) instanceof Known.AtPath reached && reached.path().stream()
                        .allMatch(DependencySet::canBeEmpty));
        if (atFocusNode && DependencySet.canBeEmpty(path)) {
            dependencies.path(Optional.empty(), new P_NegPropSet());
        }
    }

    private static Map<Var, Known> bindings(Node end, Optional<Path> path, TriplePath pattern, Map<Var, Known> known) {
        Map<Var, Known> result = new HashMap<>();
        if (Var.isVar(end) && !(known.get(varOf(end)) instanceof Known.AtPath)) {
            result.put(varOf(end), new Known.AtPath(path));
        }
        if (Var.isVar(pattern.getPredicate())) {
            result.putIfAbsent(varOf(pattern.getPredicate()), new Known.Unknown());
        }
        return result;
    }

    private static Optional<Path> pathOf(TriplePath pattern, Map<Var, Known> known) {
        return statedPath(pattern, known).filter(PathWalker::isSupported).filter(path -> !isPropertyFunction(path));
    }

    /** Jena computes some predicates from other triples, such as rdfs:member from rdf:_1. */
    private static boolean isPropertyFunction(Path path) {
        DependencySet steps = new DependencySet();
        steps.path(Optional.empty(), path);
        return steps.all().stream().map(ShapeDependency::predicate)
                .anyMatch(p -> p.isURI() && PropertyFunctionRegistry.get().isRegistered(p.getURI()));
    }

    private static Optional<Path> statedPath(TriplePath pattern, Map<Var, Known> known) {
        if (pattern.getPath() != null) {
            return Optional.of(pattern.getPath());
        }
        Node predicate = pattern.getPredicate();
        if (!Var.isVar(predicate)) {
            return Optional.of(PathFactory.pathLink(predicate));
        }
        return switch (known.get(varOf(predicate))) {
            case Known.ShapePath followed -> Optional.of(followed.path());
            case Known.OneOf listed -> listed.asPath();
            case null, default -> Optional.of(new P_NegPropSet());
        };
    }

    /** The predicates of a pattern without a known end. */
    static Set<Node> predicates(TriplePath pattern, Map<Var, Known> known) {
        Optional<Path> stated = pathOf(pattern, known);
        if (stated.isEmpty() || DependencySet.canBeEmpty(stated.get())) {
            // An empty path from an unknown node matches every node of the graph, and each triple can add a node.
            return Set.of(Node.ANY);
        }
        DependencySet anywhere = new DependencySet();
        anywhere.path(Optional.empty(), stated.get());
        Set<Node> predicates = new HashSet<>();
        anywhere.all().forEach(dependency -> predicates.add(dependency.predicate()));
        return predicates;
    }

    private static Var varOf(Node node) {
        return Var.isVar(node) ? Var.alloc(node) : NO_VARIABLE;
    }

    /** What is known of a variable before a pattern is matched. */
    sealed interface Known {
        /** Bound to nodes at the end of a path from the focus node. */
        record AtPath(Optional<Path> path) implements Known {}

        /** Stands for the path of the property shape. */
        record ShapePath(Path path) implements Known {}

        /** Bound to one of these nodes. */
        record OneOf(List<Node> nodes) implements Known {
            Optional<Path> asPath() {
                return nodes.stream().<Path>map(PathFactory::pathLink)
                        .reduce(PathFactory::pathAlt);
            }
        }

        /** Bound to an unknown node. */
        record Unknown() implements Known {}
    }
}
