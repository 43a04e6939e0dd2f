package org.secretomegraph.graph.infer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.function.FunctionEnvBase;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementPathBlock;

/**
 * What a rule matches, when it can be followed: triple patterns, FILTER, BIND, VALUES, and FILTER NOT EXISTS of one
 * triple pattern whose variables other patterns bind.
 */
final class RuleBody {
    private final List<Triple> triples = new ArrayList<>();
    /** Patterns that no triple may match. */
    private final List<Triple> absent = new ArrayList<>();
    private final List<ElementData> tables = new ArrayList<>();
    private final List<ElementBind> binds = new ArrayList<>();
    private final List<Filter> filters = new ArrayList<>();
    private final Set<Var> matched = new HashSet<>();
    private final FunctionEnv functions = new FunctionEnvBase(ARQ.getContext());

    /** A filter and the variables that it needs. */
    private record Filter(Expr expression, Set<Var> variables) {}

    private RuleBody() {}

    /** The patterns, or nothing when the rule says something that more claims could make false, or makes new nodes. */
    static Optional<RuleBody> of(Query rule) {
        RuleBody patterns = new RuleBody();
        boolean plain = rule.getQueryPattern() instanceof ElementGroup group
                && group.getElements().stream().allMatch(patterns::take);
        boolean makesNodes = rule.getConstructTemplate().getTriples().stream()
                .anyMatch(t -> t.getSubject().isBlank() || t.getObject().isBlank());
        boolean cut = rule.hasLimit() || rule.hasOffset() || rule.hasAggregators() || rule.hasGroupBy()
                || rule.hasHaving() || rule.getValuesVariables() != null;
        patterns.triples.forEach(t -> variables(t).forEach(patterns.matched::add));
        boolean computesEnds = patterns.binds.stream().anyMatch(b -> patterns.matched.contains(b.getVar()));
        boolean listsOthers = !patterns.tables.stream().allMatch(d -> patterns.matched.containsAll(d.getVars())
                && d.getRows().stream().allMatch(row -> row.size() == d.getVars().size()));
        boolean bindsAbsent = patterns.absent.stream().allMatch(
                t -> Var.isVar(t.getSubject()) && variables(t).allMatch(patterns.matched::contains));
        return plain && !makesNodes && !cut && !computesEnds && !listsOthers && bindsAbsent ? Optional.of(patterns)
                : Optional.empty();
    }

    private boolean take(Element element) {
        return switch (element) {
            case ElementPathBlock block -> block.getPattern().getList().stream().allMatch(this::take);
            case ElementBind bind -> !looksAtTriples(bind.getExpr()) && binds.add(bind);
            case ElementFilter filter when filter.getExpr() instanceof E_NotExists none -> takeAbsent(
                    none.getElement());
            case ElementFilter filter -> !looksAtTriples(filter.getExpr()) && filters.add(
                    new Filter(filter.getExpr(), Set.copyOf(filter.getExpr().getVarsMentioned())));
            case ElementData data -> tables.add(data);
            default -> false;
        };
    }

    private boolean takeAbsent(Element element) {
        return element instanceof ElementGroup group && group.size() == 1
                && group.get(0) instanceof ElementPathBlock block && block.getPattern().size() == 1
                && block.getPattern().get(0).isTriple() && absent.add(block.getPattern().get(0).asTriple());
    }

    private static Stream<Var> variables(Triple pattern) {
        return Stream.of(pattern.getSubject(), pattern.getPredicate(), pattern.getObject()).filter(Var::isVar)
                .map(Var::alloc);
    }

    private boolean take(TriplePath path) {
        return path.isTriple() && triples.add(path.asTriple());
    }

    List<Triple> triples() {
        return triples;
    }

    /** Patterns that no triple may match: a triple that comes takes matches away, one that goes gives them back. */
    List<Triple> absent() {
        return absent;
    }

    /** Whether the variable gets its value from a triple, and not from a BIND. */
    boolean isMatched(Var variable) {
        return matched.contains(variable);
    }

    /** The end by which to look up the matches that hold a changed triple. */
    Optional<IncrementalRule.Hook> hook(Triple pattern, Triple changed) {
        if (Var.isVar(pattern.getSubject())) {
            return Optional.of(new IncrementalRule.Hook(Var.alloc(pattern.getSubject()), changed.getSubject()));
        }
        return Var.isVar(pattern.getObject())
                ? Optional.of(new IncrementalRule.Hook(Var.alloc(pattern.getObject()), changed.getObject()))
                : Optional.empty();
    }

    /** All matches with what is given. */
    List<Map<Var, Node>> rows(Graph graph, Map<Var, Node> given) {
        List<Map<Var, Node>> rows = new ArrayList<>();
        new PatternMatcher(graph, this::mayHold, this::listed).each(triples, given, match -> {
            Binding all = computed(match);
            if (filters.stream().allMatch(f -> f.expression().isSatisfied(all, functions))
                    && absent.stream().noneMatch(t -> graph.contains(node(t.getSubject(), match),
                            node(t.getPredicate(), match), node(t.getObject(), match)))) {
                Map<Var, Node> row = new HashMap<>();
                all.forEach(row::put);
                rows.add(row);
            }
        });
        return rows;
    }

    /**
     * What is given, with each of the listed values: a known value leads to few triples where any value leads to many.
     */
    private List<Map<Var, Node>> listed(Map<Var, Node> given) {
        List<Map<Var, Node>> all = List.of(given);
        for (ElementData table : tables) {
            all = all.stream().flatMap(known -> known.keySet().containsAll(table.getVars()) ? Stream.of(known)
                    : table.getRows().stream().map(row -> with(row, table.getVars(), known)).flatMap(Optional::stream))
                    .toList();
        }
        return all;
    }

    private static Optional<Map<Var, Node>> with(Binding row, List<Var> variables, Map<Var, Node> known) {
        Map<Var, Node> more = new HashMap<>(known);
        return variables.stream().allMatch(v -> row.get(v).equals(more.computeIfAbsent(v, row::get)))
                ? Optional.of(more)
                : Optional.empty();
    }

    /** Filters and tables whose variables are known by now speak early, before other patterns are matched in vain. */
    private boolean mayHold(Map<Var, Node> known, Set<Var> fresh) {
        for (ElementData table : tables) {
            if (isReady(table.getVars(), known, fresh) && table.getRows().stream()
                    .noneMatch(
                            row -> table.getVars().stream().allMatch(v -> Objects.equals(known.get(v), row.get(v))))) {
                return false;
            }
        }
        Binding binding = null;
        for (Filter filter : filters) {
            if (isReady(filter.variables(), known, fresh)) {
                binding = binding == null ? binding(known) : binding;
                if (!filter.expression().isSatisfied(binding, functions)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether all are known since now. */
    private static boolean isReady(Collection<Var> needed, Map<Var, Node> known, Set<Var> fresh) {
        return known.keySet().containsAll(needed) && (needed.isEmpty() || !Collections.disjoint(needed, fresh));
    }

    private Binding computed(Map<Var, Node> match) {
        Binding binding = binding(match);
        for (ElementBind bind : binds) {
            try {
                binding = BindingFactory.binding(binding, bind.getVar(),
                        bind.getExpr().eval(binding, functions).asNode());
            } catch (ExprEvalException e) {
                // As SPARQL has it: the variable stays unbound.
            }
        }
        return binding;
    }

    private static Node node(Node pattern, Map<Var, Node> match) {
        return Var.isVar(pattern) ? Objects.requireNonNull(match.get(Var.alloc(pattern))) : pattern;
    }

    private static Binding binding(Map<Var, Node> known) {
        BindingBuilder builder = Binding.builder();
        known.forEach(builder::add);
        return builder.build();
    }

    private static boolean looksAtTriples(Expr expression) {
        boolean[] found = {false};
        Walker.walk(expression, new ExprVisitorBase() {
            @Override
            public void visit(ExprFunctionOp op) {
                found[0] = true;
            }
        });
        return found[0];
    }
}
