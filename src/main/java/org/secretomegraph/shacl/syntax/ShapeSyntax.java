package org.secretomegraph.shacl.syntax;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;

/**
 * Checks shapes by the <a href="https://www.w3.org/TR/shacl/#syntax-rules">syntax rules of SHACL</a>. The parser of
 * Jena checks some of them, and fails on others later, in its own words or not at all.
 */
public final class ShapeSyntax {
    /**
     * @param single       whether a shape has at most one value
     * @param propertyOnly whether only a property shape, which has a path, may state it
     */
    private record Rule(Node parameter, ValueRule values, boolean single, boolean propertyOnly) {
        static Rule any(Node parameter, ValueRule values) {
            return new Rule(parameter, values, false, false);
        }

        static Rule single(Node parameter, ValueRule values) {
            return new Rule(parameter, values, true, false);
        }

        Rule ofProperties() {
            return new Rule(parameter, values, single, true);
        }
    }

    private static final List<Rule> RULES = List.of(
            Rule.any(SHACL.targetNode, ValueRule.IRI_OR_LITERAL), Rule.any(SHACL.targetClass, ValueRule.IRI),
            Rule.any(SHACL.targetSubjectsOf, ValueRule.IRI), Rule.any(SHACL.targetObjectsOf, ValueRule.IRI),
            Rule.single(SHACL.severity, ValueRule.IRI), Rule.any(SHACL.message, ValueRule.TEXT),
            Rule.single(SHACL.deactivated, ValueRule.BOOLEAN), Rule.any(SHACL.property, ValueRule.SHAPE),
            Rule.any(SHACL.class_, ValueRule.IRI), Rule.single(SHACL.datatype, ValueRule.IRI),
            Rule.single(SHACL.nodeKind, ValueRule.NODE_KIND),
            Rule.single(SHACL.minCount, ValueRule.INTEGER).ofProperties(),
            Rule.single(SHACL.maxCount, ValueRule.INTEGER).ofProperties(),
            Rule.single(SHACL.minExclusive, ValueRule.LITERAL), Rule.single(SHACL.minInclusive, ValueRule.LITERAL),
            Rule.single(SHACL.maxExclusive, ValueRule.LITERAL), Rule.single(SHACL.maxInclusive, ValueRule.LITERAL),
            Rule.single(SHACL.minLength, ValueRule.INTEGER), Rule.single(SHACL.maxLength, ValueRule.INTEGER),
            Rule.any(SHACL.pattern, ValueRule.PATTERN), Rule.single(SHACL.flags, ValueRule.STRING),
            Rule.single(SHACL.languageIn, ValueRule.LIST_OF_STRINGS),
            Rule.single(SHACL.uniqueLang, ValueRule.BOOLEAN).ofProperties(),
            Rule.any(SHACL.equals, ValueRule.IRI), Rule.any(SHACL.disjoint, ValueRule.IRI),
            Rule.any(SHACL.lessThan, ValueRule.IRI).ofProperties(),
            Rule.any(SHACL.lessThanOrEquals, ValueRule.IRI).ofProperties(),
            Rule.any(SHACL.not, ValueRule.SHAPE), Rule.any(SHACL.node, ValueRule.SHAPE),
            Rule.any(SHACL.and, ValueRule.LIST_OF_SHAPES), Rule.any(SHACL.or, ValueRule.LIST_OF_SHAPES),
            Rule.any(SHACL.xone, ValueRule.LIST_OF_SHAPES),
            Rule.single(SHACL.qualifiedValueShape, ValueRule.SHAPE).ofProperties(),
            Rule.single(SHACL.qualifiedMinCount, ValueRule.INTEGER),
            Rule.single(SHACL.qualifiedMaxCount, ValueRule.INTEGER),
            Rule.single(SHACL.qualifiedValueShapesDisjoint, ValueRule.BOOLEAN),
            Rule.single(SHACL.closed, ValueRule.BOOLEAN),
            Rule.single(SHACL.ignoredProperties, ValueRule.LIST_OF_IRIS),
            Rule.single(SHACL.in, ValueRule.LIST_OF_NODES), Rule.any(SHACL.sparql, ValueRule.SHAPE),
            Rule.any(SHACL.prefixes, ValueRule.SHAPE), Rule.any(SHACL.declare, ValueRule.SHAPE));

    private final Graph shapes;
    private final ShapePlaces places;

    private ShapeSyntax(Graph shapes) {
        this.shapes = shapes;
        this.places = new ShapePlaces(shapes);
    }

    /** @throws IllFormedShapesException for the first rule that is broken */
    public static void check(Graph shapes) {
        ShapeSyntax syntax = new ShapeSyntax(shapes);
        syntax.checkPaths();
        RULES.forEach(syntax::check);
        syntax.checkQualifiedShapes();
        new QueryRules(shapes).check();
    }

    private void check(Rule rule) {
        for (Triple stated : stated(rule.parameter())) {
            rule.values().problem(shapes, stated.getObject()).ifPresent(problem -> {
                throw broken(stated.getSubject(), places.text(rule.parameter()) + " " + problem);
            });
            require(stated.getSubject(), !rule.propertyOnly() || hasPath(stated.getSubject()),
                    () -> places.text(rule.parameter()) + " needs a shape with sh:path; this one has none");
            long values = count(stated.getSubject(), rule.parameter());
            require(stated.getSubject(), !rule.single() || values == 1,
                    () -> places.text(rule.parameter()) + " may be stated once, not " + values + " times");
        }
    }

    private void checkPaths() {
        for (Triple stated : stated(SHACL.path)) {
            long paths = count(stated.getSubject(), SHACL.path);
            require(stated.getSubject(), paths == 1, () -> "sh:path may be stated once, not " + paths + " times");
            PathRules.problem(shapes, stated.getObject()).ifPresent(problem -> {
                throw broken(stated.getSubject(), "the value of sh:path " + problem);
            });
        }
        for (Triple stated : stated(SHACL.property)) {
            require(stated.getSubject(), stated.getObject().isLiteral() || hasPath(stated.getObject()),
                    () -> "sh:property needs a property shape, but " + places.of(stated.getObject())
                            + (shapes.contains(stated.getObject(), Node.ANY, Node.ANY) ? " has no sh:path"
                                    : " is not described"));
        }
        instances(SHACL.PropertyShape)
                .forEach(shape -> require(shape, hasPath(shape), () -> "a sh:PropertyShape needs sh:path"));
        instances(SHACL.NodeShape).forEach(shape -> require(shape, !hasPath(shape),
                () -> "a sh:NodeShape has no sh:path; make it a sh:PropertyShape, or leave the path out"));
        for (Triple stated : stated(SHACL.node)) {
            require(stated.getSubject(), !hasPath(stated.getObject()), () -> "sh:node needs a node shape, but "
                    + places.of(stated.getObject()) + " has a sh:path; refer to it by sh:property");
        }
    }

    private void checkQualifiedShapes() {
        for (Triple stated : stated(SHACL.qualifiedValueShape)) {
            require(stated.getSubject(), shapes.contains(stated.getSubject(), SHACL.qualifiedMinCount, Node.ANY)
                    || shapes.contains(stated.getSubject(), SHACL.qualifiedMaxCount, Node.ANY),
                    () -> "sh:qualifiedValueShape needs sh:qualifiedMinCount or sh:qualifiedMaxCount");
        }
    }

    /** In an order that does not depend on the graph, so that the same mistake is always told first. */
    private List<Triple> stated(Node property) {
        return shapes.stream(Node.ANY, property, Node.ANY).sorted(Comparator
                .comparing((Triple t) -> places.of(t.getSubject())).thenComparing(t -> places.text(t.getObject())))
                .toList();
    }

    private Stream<Node> instances(Node type) {
        return shapes.stream(Node.ANY, RDF.type.asNode(), type).map(Triple::getSubject);
    }

    private boolean hasPath(Node shape) {
        return shapes.contains(shape, SHACL.path, Node.ANY);
    }

    private long count(Node subject, Node property) {
        return shapes.stream(subject, property, Node.ANY).count();
    }

    private void require(Node subject, boolean condition, Supplier<String> problem) {
        if (!condition) {
            throw broken(subject, problem.get());
        }
    }

    private IllFormedShapesException broken(Node subject, String problem) {
        return new IllFormedShapesException(subject, places.of(subject) + ": " + problem);
    }
}
