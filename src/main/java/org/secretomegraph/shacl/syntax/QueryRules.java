package org.secretomegraph.shacl.syntax;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.shacl.lib.ShLib;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.Var;
import org.secretomegraph.io.Messages;

/**
 * The syntax rules of the queries in shapes (<a href="https://www.w3.org/TR/shacl/#sparql-constraints">sections 5 and
 * 6</a>), and the restrictions on pre-bound variables (<a href="https://www.w3.org/TR/shacl/#pre-binding">appendix
 * A</a>).
 */
final class QueryRules {
    private static final Var THIS = Var.alloc("this");
    private static final Var VALUE = Var.alloc("value");
    private static final Set<Var> ALWAYS =
            Set.of(THIS, Var.alloc("shapesGraph"), Var.alloc("currentShape"));

    private final Graph shapes;
    private final ShapePlaces places;

    QueryRules(Graph shapes) {
        this.shapes = shapes;
        this.places = new ShapePlaces(shapes);
    }

    /** @throws IllFormedShapesException for the first rule that is broken */
    void check() {
        checkPrefixes();
        shapes.stream(Node.ANY, SHACL.sparql, Node.ANY).distinct().toList().forEach(this::checkConstraint);
        Stream.of(SHACL.validator, SHACL.nodeValidator, SHACL.propertyValidator)
                .flatMap(property -> shapes.stream(Node.ANY, property, Node.ANY)).toList()
                .forEach(this::checkValidator);
        shapes.stream(Node.ANY, SHACL.target, Node.ANY).toList().forEach(this::checkTarget);
    }

    private void checkPrefixes() {
        for (Triple declared : shapes.find(Node.ANY, SHACL.declare, Node.ANY).toList()) {
            for (Node property : List.of(SHACL.prefix, SHACL.namespace)) {
                List<Node> values = RdfLists.objects(shapes, declared.getObject(), property);
                if (values.size() != 1 || !values.get(0).isLiteral() && !values.get(0).isURI()) {
                    throw broken(declared.getSubject(), "sh:declare needs exactly one " + places.text(property)
                            + ", which is a literal");
                }
            }
        }
    }

    private void checkConstraint(Triple stated) {
        boolean complex = shapes.stream(stated.getSubject(), SHACL.path, Node.ANY).map(Triple::getObject)
                .anyMatch(Node::isBlank);
        Query query = query(stated, SHACL.select);
        require(stated, query.isSelectType(), "sh:select must be a SELECT query");
        require(stated, query.getProjectVars().contains(THIS),
                "the query must select $this");
        new PreBindingRules(ALWAYS, complex).problem(query).ifPresent(problem -> require(stated, false, problem));
    }

    private void checkValidator(Triple stated) {
        boolean ask = stated.getPredicate().equals(SHACL.validator);
        Query query = query(stated, ask ? SHACL.ask : SHACL.select);
        require(stated, ask == query.isAskType(),
                ask ? "sh:ask must be an ASK query" : "sh:select must be a SELECT query");
        require(stated, ask || query.getProjectVars().contains(THIS),
                "the query must select $this");
        Set<Var> preBound = new HashSet<>(ALWAYS);
        if (ask) {
            preBound.add(VALUE);
        }
        preBound.addAll(parameters(stated.getSubject()));
        new PreBindingRules(preBound, false).problem(query).ifPresent(problem -> require(stated, false, problem));
    }

    /** A target of SHACL's Advanced Features; its query has no pre-bound variable. */
    private void checkTarget(Triple stated) {
        if (shapes.contains(stated.getObject(), SHACL.select, Node.ANY)) {
            require(stated, query(stated, SHACL.select).isSelectType(), "sh:select must be a SELECT query");
        }
    }

    private Set<Var> parameters(Node component) {
        return shapes.stream(component, SHACL.parameter, Node.ANY)
                .flatMap(t -> shapes.stream(t.getObject(), SHACL.path, Node.ANY)).map(Triple::getObject)
                .filter(Node::isURI).map(path -> Var.alloc(path.getURI().replaceFirst("^.*[/#:]", "")))
                .collect(Collectors.toSet());
    }

    private Query query(Triple stated, Node property) {
        List<Node> texts = RdfLists.objects(shapes, stated.getObject(), property);
        require(stated, texts.size() == 1 && ValueRule.STRING.problem(shapes, texts.get(0)).isEmpty(),
                places.text(stated.getPredicate()) + " needs exactly one " + places.text(property)
                        + ", which is a string");
        try {
            return QueryFactory.create(ShLib.prefixes(shapes, stated.getObject()) + "\n"
                    + texts.get(0).getLiteralLexicalForm());
        } catch (QueryException e) {
            throw broken(stated.getSubject(), "the query in " + places.text(property) + " is not SPARQL: "
                    + Messages.oneLine(Messages.of(e)));
        } catch (StackOverflowError e) {
            throw broken(stated.getSubject(), "the query in " + places.text(property) + " is nested too deeply");
        }
    }

    private void require(Triple stated, boolean condition, String problem) {
        if (!condition) {
            throw broken(stated.getSubject(), problem);
        }
    }

    private IllFormedShapesException broken(Node subject, String problem) {
        return new IllFormedShapesException(subject, places.of(subject) + ": " + problem);
    }

}
