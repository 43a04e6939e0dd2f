package org.secretomegraph.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * A question that the graph answers.
 *
 * @param name        the file's name without {@code .rq}; the question's name everywhere
 * @param summary     the question as a sentence
 * @param description what is counted and how
 * @param parameters  what the asker may choose
 * @param tags        what it is about
 * @param expected    the file with its answer from the bundled graph; empty when there is none
 * @param federated   the other endpoints that it asks; empty when it needs this graph only
 * @param ensures     what holds for each answer
 * @param text        the whole file: plain SPARQL 1.1
 */
public record Question(String name, String summary, String description, List<Parameter> parameters, List<String> tags,
        String expected, List<String> federated, List<Invariant> ensures, String text) {

    /** The query as written, its parameters still open. */
    public Query query() {
        return QueryFactory.create(text);
    }

    /**
     * The query with values in the place of its parameters: plain SPARQL that any endpoint answers.
     *
     * @throws InvalidParameterException for a name that the question does not have, a value of the wrong kind, or one
     * that is missing
     */
    public Query asked(Map<String, String> given) {
        Map<Var, Node> values = new HashMap<>();
        binding(given).forEach(values::put);
        if (values.isEmpty()) {
            return query();
        }
        Query asked = QueryTransformOps.replaceVars(query(), values);
        if (asked.hasOrderBy()) {
            // Sorting by a parameter sorts nothing, and ORDER BY <iri> is not SPARQL: only a variable may stand bare.
            asked.getOrderBy().removeIf(by -> by.getExpression().isConstant());
        }
        selectGroups(asked);
        ElementWalker.walk(asked.getQueryPattern(), new ElementVisitorBase() {
            @Override
            public void visit(ElementSubQuery inner) {
                selectGroups(inner.getQuery());
            }
        });
        return asked;
    }

    /** Values with which the question has an answer: the defaults, and examples of what must be given. */
    public Map<String, String> examples() {
        Map<String, String> examples = new TreeMap<>();
        parameters.forEach(p -> examples.put(p.name(), p.example()));
        return examples;
    }

    /** Whether values of parameters without a default are missing: the asker is then asked for them. */
    public boolean needsMoreThan(Map<String, String> given) {
        return parameters.stream().anyMatch(p -> p.defaultValue().isEmpty() && !given.containsKey(p.name()));
    }

    private InvalidParameterException missing(Parameter p) {
        return new InvalidParameterException(
                "question " + name + " needs parameter " + p.name() + ": " + p.label() + "; for example "
                        + p.name() + "=" + p.example(),
                p.name(), "", p.expected());
    }

    /**
     * A parameter that is grouped by and selected becomes {@code GROUP BY (<iri> AS ?parameter)}. Its variable is
     * selected
     * then as it is: SPARQL allows no second AS for it, and Jena since 6.2 does not read one.
     */
    private static void selectGroups(Query query) {
        if (query.hasGroupBy()) {
            VarExprList before = new VarExprList(query.getProject());
            query.getProject().clear();
            before.forEachVarExpr((variable, expression) -> {
                if (expression == null || query.getGroupBy().contains(variable)) {
                    query.getProject().add(variable);
                } else {
                    query.getProject().add(variable, expression);
                }
            });
        }
    }

    /**
     * The values of all parameters: those given, else the defaults.
     *
     * @throws InvalidParameterException for a name that the question does not have, a value of the wrong kind, or one
     * that is missing
     */
    public Binding binding(Map<String, String> given) {
        given.forEach((parameter, value) -> {
            if (parameters.stream().noneMatch(p -> p.name().equals(parameter))) {
                String known = parameters.isEmpty() ? "none" : parameters.stream().map(Parameter::name)
                        .collect(Collectors.joining(", "));
                throw new InvalidParameterException(
                        "question " + name + " has no parameter '" + parameter + "'; it has " + known,
                        parameter, value, known);
            }
        });
        Map<String, Node> values = new TreeMap<>();
        for (Parameter p : parameters) {
            values.put(p.name(),
                    p.node(Optional.ofNullable(given.get(p.name())).or(p::defaultValue).orElseThrow(() -> missing(p))));
        }
        BindingBuilder binding = Binding.builder();
        values.forEach((name, node) -> binding.add(Var.alloc(name), node));
        return binding.build();
    }
}
