package org.secretomegraph.shacl.incremental;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_OneOf;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.path.PathFactory;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.syntax.ElementUnion;
import org.secretomegraph.shacl.incremental.SparqlDependencyAnalyzer.Known;

/**
 * Finds an order in which the patterns of a query can be matched from known ends, group by group. Three kinds of
 * variables are known in a group: constants, which are substituted before anything is matched ({@code $this}; inside
 * an EXISTS, the bindings of its row); joined ones, which the enclosing groups bind and from which the patterns of the
 * group may start, because the join drops all other solutions; and those that the patterns of the group bind. An
 * OPTIONAL may not start from joined ones, because it is evaluated before the enclosing join.
 */
final class SparqlScopeAnalyzer {
    /** Matches a pattern from a known end. */
    interface Patterns {
        Optional<Map<Var, Known>> match(TriplePath pattern, Map<Var, Known> known);
    }

    private final Patterns patterns;
    private final DependencySet dependencies;

    SparqlScopeAnalyzer(Patterns patterns, DependencySet dependencies) {
        this.patterns = patterns;
        this.dependencies = dependencies;
    }

    void query(Query query, Map<Var, Known> constants) {
        if (hasPatternsInExpressions(query)) {
            dependencies.add(ShapeDependency.anywhere(Node.ANY));
        }
        group(query.getQueryPattern(), constants, Map.of());
    }

    private Map<Var, Known> group(Element element, Map<Var, Known> constants, Map<Var, Known> joined) {
        List<Element> elements = element instanceof ElementGroup group ? group.getElements() : List.of(element);
        List<TriplePath> pending = new ArrayList<>();
        elements.forEach(e -> pending.addAll(triples(e)));
        Map<Var, Known> bound = new HashMap<>();
        for (Element e : elements) {
            if (e instanceof ElementData data) {
                bound.putAll(values(data));
            } else if (e instanceof ElementFilter filter) {
                bound.putAll(listed(filter.getExpr()));
            }
        }
        match(pending, constants, joined, bound);
        for (Element e : elements) {
            if (e instanceof ElementGroup || e instanceof ElementUnion || e instanceof ElementSubQuery) {
                Map<Var, Known> outside = merged(joined, bound);
                mergeInto(bound, switch (e) {
                    case ElementUnion union -> union(union, constants, outside);
                    case ElementSubQuery sub -> subquery(sub.getQuery(), constants, outside);
                    default -> group(e, constants, outside);
                });
                match(pending, constants, joined, bound);
            }
        }
        for (TriplePath unconnected : pending) {
            SparqlDependencyAnalyzer.predicates(unconnected, merged(constants, merged(joined, bound)))
                    .forEach(p -> dependencies.add(ShapeDependency.anywhere(p)));
            variables(unconnected).forEach(v -> bound.putIfAbsent(v, new Known.Unknown()));
        }
        optionalsAndFilters(elements, constants, bound);
        return bound;
    }

    /** Matches patterns as long as one of them has a known end. */
    private void match(List<TriplePath> pending, Map<Var, Known> constants, Map<Var, Known> joined,
            Map<Var, Known> bound) {
        for (boolean progress = true; progress;) {
            progress = false;
            for (Iterator<TriplePath> rest = pending.iterator(); rest.hasNext();) {
                TriplePath pattern = rest.next();
                Map<Var, Known> known = merged(constants, merged(joined, bound));
                Optional<Map<Var, Known>> result = patterns.match(pattern, known);
                if (result.isPresent()) {
                    rest.remove();
                    progress = true;
                    // A joined variable that the group's own pattern uses is bound by it too.
                    variables(pattern).stream().filter(known::containsKey).forEach(v -> bound.put(v, known.get(v)));
                    mergeInto(bound, result.get());
                }
            }
        }
    }

    /** The parts that are evaluated after the patterns of the group: optional parts in their order, then filters. */
    private void optionalsAndFilters(List<Element> elements, Map<Var, Known> constants, Map<Var, Known> bound) {
        Set<Var> earlier = new HashSet<>();
        for (Element e : elements) {
            switch (e) {
                case ElementOptional optional -> {
                    Map<Var, Known> certain = new HashMap<>(bound);
                    certain.keySet().retainAll(earlier);
                    group(optional.getOptionalElement(), constants, certain);
                }
                case ElementFilter filter -> exists(filter.getExpr())
                        .forEach(inner -> group(inner, merged(constants, bound), Map.of()));
                case ElementBind bind -> {
                    if (!exists(bind.getExpr()).isEmpty()) {
                        dependencies.add(ShapeDependency.anywhere(Node.ANY));
                    }
                    bound.putIfAbsent(bind.getVar(), new Known.Unknown());
                }
                case ElementData data -> earlier.addAll(data.getVars());
                case ElementPathBlock block -> triples(block).forEach(t -> earlier.addAll(variables(t)));
                case ElementTriplesBlock block -> triples(block).forEach(t -> earlier.addAll(variables(t)));
                case ElementGroup group -> {}
                case ElementUnion union -> {}
                case ElementSubQuery sub -> {}
                // GRAPH, SERVICE, MINUS and unknown elements can depend on any triple.
                default -> dependencies.add(ShapeDependency.anywhere(Node.ANY));
            }
        }
    }

    /** A variable is bound by a union when each branch binds it; it is then at the end of one of the paths. */
    private Map<Var, Known> union(ElementUnion union, Map<Var, Known> constants, Map<Var, Known> outside) {
        Map<Var, Known> certain = null;
        for (Element branch : union.getElements()) {
            Map<Var, Known> bindings = group(branch, constants, outside);
            if (certain == null) {
                certain = new HashMap<>(bindings);
            } else {
                certain.keySet().retainAll(bindings.keySet());
                certain.replaceAll((v, known) -> alternative(known, Objects.requireNonNull(bindings.get(v))));
            }
        }
        return certain == null ? Map.of() : certain;
    }

    private static Known alternative(Known a, Known b) {
        if (Objects.equals(a, b)) {
            return a;
        }
        return a instanceof Known.AtPath bindings && b instanceof Known.AtPath other
                && bindings.path().isPresent() && other.path().isPresent()
                        ? new Known.AtPath(Optional.of(PathFactory.pathAlt(bindings.path().get(), other.path().get())))
                        : new Known.Unknown();
    }

    /** Only the variables that a subquery projects, and groups by if it groups, are the same variables outside. */
    private Map<Var, Known> subquery(Query query, Map<Var, Known> constants, Map<Var, Known> outside) {
        if (query.hasLimit() || query.hasOffset() || hasPatternsInExpressions(query)) {
            dependencies.add(ShapeDependency.anywhere(Node.ANY));
            return Map.of();
        }
        Set<Var> shared = new LinkedHashSet<>(query.getProjectVars());
        if (query.hasGroupBy() || query.hasAggregators()) {
            shared.retainAll(query.getGroupBy().getVars());
            query.getGroupBy().getExprs().keySet().forEach(shared::remove);
        }
        shared.removeAll(query.getProject().getExprs().keySet());
        Map<Var, Known> existsPatterns =
                group(query.getQueryPattern(), restrictedTo(shared, constants), restrictedTo(shared, outside));
        return restrictedTo(shared, existsPatterns);
    }

    private static Map<Var, Known> restrictedTo(Set<Var> some, Map<Var, Known> known) {
        Map<Var, Known> restricted = new HashMap<>(known);
        restricted.keySet().retainAll(some);
        return restricted;
    }

    private static Map<Var, Known> values(ElementData data) {
        Map<Var, Known> values = new HashMap<>();
        for (Var v : data.getVars()) {
            List<Node> nodes = data.getRows().stream().map(row -> row.get(v)).toList();
            boolean all = !nodes.isEmpty() && nodes.stream().allMatch(n -> n != null && n.isURI());
            values.put(v, all ? new Known.OneOf(nodes) : new Known.Unknown());
        }
        return values;
    }

    /** A variable that a filter restricts to a list of IRIs: no solution of the group has another value. */
    private static Map<Var, Known> listed(Expr filter) {
        if (!(filter instanceof E_OneOf in) || !in.getLHS().isVariable()) {
            return Map.of();
        }
        List<Expr> values = in.getRHS().getList();
        boolean iris = values.stream().allMatch(v -> v.isConstant() && v.getConstant().isIRI());
        return iris && !values.isEmpty()
                ? Map.of(in.getLHS().asVar(),
                        new Known.OneOf(values.stream().map(v -> v.getConstant().asNode()).toList()))
                : Map.of();
    }

    private static void mergeInto(Map<Var, Known> bound, Map<Var, Known> result) {
        result.forEach((v, known) -> bound.merge(v, known, (old, now) -> old instanceof Known.Unknown
                || old instanceof Known.OneOf && now instanceof Known.AtPath ? now : old));
    }

    private static Map<Var, Known> merged(Map<Var, Known> a, Map<Var, Known> b) {
        Map<Var, Known> all = new HashMap<>(b);
        mergeInto(all, a);
        return all;
    }

    private static List<TriplePath> triples(Element element) {
        return switch (element) {
            case ElementPathBlock block -> block.getPattern().getList();
            case ElementTriplesBlock block -> block.getPattern().getList().stream().map(TriplePath::new).toList();
            default -> List.of();
        };
    }

    private static Set<Var> variables(TriplePath pattern) {
        Set<Var> variables = new LinkedHashSet<>();
        for (Node node : new Node[] {pattern.getSubject(), pattern.getPredicate(), pattern.getObject()}) {
            if (node != null && Var.isVar(node)) {
                variables.add(Var.alloc(node));
            }
        }
        return variables;
    }

    /** Whether an expression outside the pattern (SELECT, HAVING, ORDER BY) contains an EXISTS. */
    private static boolean hasPatternsInExpressions(Query query) {
        List<Expr> expressions = new ArrayList<>(query.getProject().getExprs().values());
        expressions.addAll(query.getHavingExprs());
        query.getGroupBy().getExprs().values().forEach(expressions::add);
        if (query.getOrderBy() != null) {
            query.getOrderBy().forEach(by -> expressions.add(by.getExpression()));
        }
        return expressions.stream().anyMatch(e -> !exists(e).isEmpty());
    }

    /**
     * The patterns of EXISTS and NOT EXISTS in an expression, aggregates included. Those nested in such a pattern are
     * found when it is analysed, with its bindings.
     */
    private static List<Element> exists(Expr expression) {
        return existsPatterns(expression).toList();
    }

    private static Stream<Element> existsPatterns(Expr expression) {
        return switch (expression) {
            case ExprFunctionOp exists -> Stream.of(exists.getElement());
            case ExprAggregator counted -> Optional.ofNullable(counted.getAggregator().getExprList())
                    .map(ExprList::getList)
                    .stream().flatMap(List::stream).flatMap(SparqlScopeAnalyzer::existsPatterns);
            case ExprFunction function -> function.getArgs().stream().flatMap(SparqlScopeAnalyzer::existsPatterns);
            default -> Stream.empty();
        };
    }
}
