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
 * Finds an order in which a query's patterns can be matched from known ends, group by group. Three kinds of variables
 * are
 * known in a group: constants, which are put in before anything is matched ({@code $this}; outside an EXISTS, what its
 * row binds); joined ones, which the groups around bind and which the group's own patterns may begin from, for the join
 * drops the rest; and those that the group's own patterns bind. An OPTIONAL, EXISTS or subquery inside sees only the
 * first and the last kind, because it is matched before the join outside.
 */
final class SparqlScopeAnalyzer {
    /** Looks at a pattern from a known end, and says what becomes known. */
    interface Patterns {
        Optional<Map<Var, Known>> look(TriplePath pattern, Map<Var, Known> known);
    }

    private final Patterns patterns;
    private final DependencySet reads;

    SparqlScopeAnalyzer(Patterns patterns, DependencySet reads) {
        this.patterns = patterns;
        this.reads = reads;
    }

    void query(Query query, Map<Var, Known> constants) {
        if (mentionsPatterns(query)) {
            reads.add(ShapeDependency.anywhere(Node.ANY));
        }
        group(query.getQueryPattern(), constants, Map.of());
    }

    private Map<Var, Known> group(Element element, Map<Var, Known> constants, Map<Var, Known> joined) {
        List<Element> elements = element instanceof ElementGroup group ? group.getElements() : List.of(element);
        List<TriplePath> open = new ArrayList<>();
        elements.forEach(e -> open.addAll(triples(e)));
        Map<Var, Known> bound = new HashMap<>();
        for (Element e : elements) {
            if (e instanceof ElementData data) {
                bound.putAll(listed(data));
            }
        }
        match(open, constants, joined, bound);
        for (Element e : elements) {
            if (e instanceof ElementGroup || e instanceof ElementUnion || e instanceof ElementSubQuery) {
                Map<Var, Known> outside = together(joined, bound);
                keepBetter(bound, switch (e) {
                    case ElementUnion union -> union(union, constants, outside);
                    case ElementSubQuery sub -> subquery(sub.getQuery(), constants, outside);
                    default -> group(e, constants, outside);
                });
                match(open, constants, joined, bound);
            }
        }
        for (TriplePath lost : open) {
            SparqlDependencyAnalyzer.predicates(lost, together(constants, together(joined, bound)))
                    .forEach(p -> reads.add(ShapeDependency.anywhere(p)));
            variables(lost).forEach(v -> bound.putIfAbsent(v, new Known.Other()));
        }
        afterwards(elements, constants, bound);
        return bound;
    }

    /** Matches patterns as long as one has a known end. */
    private void match(List<TriplePath> open, Map<Var, Known> constants, Map<Var, Known> joined,
            Map<Var, Known> bound) {
        for (boolean more = true; more;) {
            more = false;
            for (Iterator<TriplePath> rest = open.iterator(); rest.hasNext();) {
                TriplePath pattern = rest.next();
                Map<Var, Known> known = together(constants, together(joined, bound));
                Optional<Map<Var, Known>> found = patterns.look(pattern, known);
                if (found.isPresent()) {
                    rest.remove();
                    more = true;
                    // A joined variable that the group's own pattern uses is bound by it too.
                    variables(pattern).stream().filter(known::containsKey).forEach(v -> bound.put(v, known.get(v)));
                    keepBetter(bound, found.get());
                }
            }
        }
    }

    /** What is matched after the group's patterns: optional parts in their order, then filters. */
    private void afterwards(List<Element> elements, Map<Var, Known> constants, Map<Var, Known> bound) {
        Set<Var> before = new HashSet<>();
        for (Element e : elements) {
            switch (e) {
                case ElementOptional optional -> {
                    Map<Var, Known> sure = new HashMap<>(bound);
                    sure.keySet().retainAll(before);
                    group(optional.getOptionalElement(), constants, sure);
                }
                case ElementFilter filter -> exists(filter.getExpr())
                        .forEach(inner -> group(inner, together(constants, bound), Map.of()));
                case ElementBind bind -> {
                    if (!exists(bind.getExpr()).isEmpty()) {
                        reads.add(ShapeDependency.anywhere(Node.ANY));
                    }
                    bound.putIfAbsent(bind.getVar(), new Known.Other());
                }
                case ElementData data -> before.addAll(data.getVars());
                case ElementPathBlock block -> triples(block).forEach(t -> before.addAll(variables(t)));
                case ElementTriplesBlock block -> triples(block).forEach(t -> before.addAll(variables(t)));
                case ElementGroup group -> {}
                case ElementUnion union -> {}
                case ElementSubQuery sub -> {}
                // GRAPH, SERVICE, MINUS and whatever else: nothing is known of them.
                default -> reads.add(ShapeDependency.anywhere(Node.ANY));
            }
        }
    }

    /** A variable is bound after a union when each branch binds it; then it is at the end of one of the ways. */
    private Map<Var, Known> union(ElementUnion union, Map<Var, Known> constants, Map<Var, Known> outside) {
        Map<Var, Known> sure = null;
        for (Element branch : union.getElements()) {
            Map<Var, Known> one = group(branch, constants, outside);
            if (sure == null) {
                sure = new HashMap<>(one);
            } else {
                sure.keySet().retainAll(one.keySet());
                sure.replaceAll((v, known) -> either(known, one.get(v)));
            }
        }
        return sure == null ? Map.of() : sure;
    }

    private static Known either(Known a, Known b) {
        if (Objects.equals(a, b)) {
            return a;
        }
        return a instanceof Known.Reached one && b instanceof Known.Reached other
                && one.way().isPresent() && other.way().isPresent()
                        ? new Known.Reached(Optional.of(PathFactory.pathAlt(one.way().get(), other.way().get())))
                        : new Known.Other();
    }

    /** Only what a subquery projects, and groups by if it groups, is the same variable outside. */
    private Map<Var, Known> subquery(Query query, Map<Var, Known> constants, Map<Var, Known> outside) {
        if (query.hasLimit() || query.hasOffset() || mentionsPatterns(query)) {
            reads.add(ShapeDependency.anywhere(Node.ANY));
            return Map.of();
        }
        Set<Var> shared = new LinkedHashSet<>(query.getProjectVars());
        if (query.hasGroupBy() || query.hasAggregators()) {
            shared.retainAll(query.getGroupBy().getVars());
            query.getGroupBy().getExprs().keySet().forEach(shared::remove);
        }
        shared.removeAll(query.getProject().getExprs().keySet());
        Map<Var, Known> inside = group(query.getQueryPattern(), only(shared, constants), only(shared, outside));
        return only(shared, inside);
    }

    private static Map<Var, Known> only(Set<Var> some, Map<Var, Known> known) {
        Map<Var, Known> kept = new HashMap<>(known);
        kept.keySet().retainAll(some);
        return kept;
    }

    private static Map<Var, Known> listed(ElementData data) {
        Map<Var, Known> listed = new HashMap<>();
        for (Var v : data.getVars()) {
            List<Node> nodes = data.getRows().stream().map(row -> row.get(v)).toList();
            boolean all = !nodes.isEmpty() && nodes.stream().allMatch(n -> n != null && n.isURI());
            listed.put(v, all ? new Known.Listed(nodes) : new Known.Other());
        }
        return listed;
    }

    private static void keepBetter(Map<Var, Known> bound, Map<Var, Known> found) {
        found.forEach((v, known) -> bound.merge(v, known, (old, now) -> old instanceof Known.Other ? now : old));
    }

    private static Map<Var, Known> together(Map<Var, Known> a, Map<Var, Known> b) {
        Map<Var, Known> all = new HashMap<>(b);
        keepBetter(all, a);
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

    /** Whether an expression outside the pattern (select, having, order) looks at triples. */
    private static boolean mentionsPatterns(Query query) {
        List<Expr> expressions = new ArrayList<>(query.getProject().getExprs().values());
        expressions.addAll(query.getHavingExprs());
        query.getGroupBy().getExprs().values().forEach(expressions::add);
        if (query.getOrderBy() != null) {
            query.getOrderBy().forEach(by -> expressions.add(by.getExpression()));
        }
        return expressions.stream().anyMatch(e -> !exists(e).isEmpty());
    }

    /**
     * The patterns of EXISTS and NOT EXISTS in an expression, and in what an aggregate counts. Those within such a
     * pattern
     * are found where it is looked at, with what it binds.
     */
    private static List<Element> exists(Expr expression) {
        return inside(expression).toList();
    }

    private static Stream<Element> inside(Expr expression) {
        return switch (expression) {
            case ExprFunctionOp exists -> Stream.of(exists.getElement());
            case ExprAggregator counted -> Optional.ofNullable(counted.getAggregator().getExprList())
                    .map(ExprList::getList)
                    .stream().flatMap(List::stream).flatMap(SparqlScopeAnalyzer::inside);
            case ExprFunction function -> function.getArgs().stream().flatMap(SparqlScopeAnalyzer::inside);
            default -> Stream.empty();
        };
    }
}
