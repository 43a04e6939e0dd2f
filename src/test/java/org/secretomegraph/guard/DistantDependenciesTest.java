package org.secretomegraph.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.secretomegraph.graph.store.GraphStore;
import org.secretomegraph.shacl.ShapeLibrary;

/**
 * Changes far from the focus node whose result they alter. In the small graphs of {@link IncrementalValidationTest}
 * each node is near each other one, so that an index without some of its paths passed thousands of seeds: the change
 * affected the focus node by another path as well.
 */
class DistantDependenciesTest {
    private static final Node GRAPH = NodeFactory.createURI("http://example.org/graph");
    private static final String PREFIXES = """
            @prefix sh: <http://www.w3.org/ns/shacl#> .
            @prefix ex: <http://example.org/> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            ex:prefixes sh:declare [ sh:prefix "ex" ; sh:namespace "http://example.org/"^^xsd:anyURI ] .
            """;

    /**
     * @param shapes with the focus node {@code ex:a}
     * @param data  to begin with
     * @param turns what turns the verdict when it comes or goes
     */
    record Case(String name, String shapes, String data, String turns) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        String chain = "ex:a ex:next ex:b . ex:b ex:next ex:c . ex:c ex:next ex:d . ex:d ex:next ex:e . ";
        String twins = "ex:One ex:leads ex:x . ex:a ex:first ex:v . ";
        return Stream.of(
                new Case("a shape within four others",
                        "ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:property [ sh:path ex:next ; sh:node [ sh:property [ "
                                + "sh:path ex:next ; sh:or ( [ sh:nodeKind sh:Literal ] [ sh:property [ sh:path ( ex:next ex:next ) ; "
                                + "sh:not [ sh:property [ sh:path ex:name ; sh:minCount 1 ] ] ] ] ) ] ] ] .",
                        chain, "ex:e ex:name 1 ."),
                new Case("the property of a property shape with a target, at the node itself",
                        "ex:S a sh:PropertyShape ; sh:targetNode ex:a ; sh:path ex:next ; sh:property [ sh:path ex:name ; "
                                + "sh:minCount 1 ] .",
                        chain, "ex:a ex:name 1 ."),
                new Case("the property of a property shape, at its values",
                        "ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:property [ sh:path ( ex:next ex:next ) ; "
                                + "sh:property [ sh:path ex:name ; sh:minCount 1 ] ] .",
                        chain, "ex:c ex:name 1 ."),
                new Case("the class of a value",
                        "ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:property [ sh:path ( ex:next ex:next ) ; sh:class ex:K ] .",
                        chain, "ex:c a ex:K ."),
                new Case("a superclass of a value's class",
                        "ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:property [ sh:path ( ex:next ex:next ) ; sh:class ex:K ] .",
                        chain + "ex:c a ex:J .", "ex:J rdfs:subClassOf ex:K ."),
                new Case("what the sibling in the first parent asks", siblings("ex:Parent", "ex:S"), twins,
                        "ex:v ex:odd 1 ."),
                new Case("what the sibling in the second parent asks", siblings("ex:S", "ex:Parent"), twins,
                        "ex:v ex:odd 1 ."),
                new Case("what a query asks of the values that its property's path leads to",
                        "ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:property [ sh:path ex:next ; sh:sparql [ sh:prefixes ex:prefixes ; "
                                + "sh:select \"SELECT $this ?value WHERE { $this $PATH ?value . ?value ex:name ?name }\" ] ] .",
                        chain, "ex:b ex:name 1 ."),
                new Case("a constraint component that looks four steps on",
                        """
                        ex:Component a sh:ConstraintComponent ; sh:parameter [ sh:path ex:leadsTo ] ;
                            sh:validator [ a sh:SPARQLAskValidator ; sh:prefixes ex:prefixes ;
                                sh:ask "ASK { $value ex:next/ex:next/ex:next/ex:name $leadsTo }" ] .
                        ex:S a sh:NodeShape ; sh:targetNode ex:a ; ex:leadsTo 1 .
                        """,
                        chain, "ex:d ex:name 1 ."),
                new Case("a query that goes on along what is none of some predicates",
                        query("$this ex:next ?x . ?x !(ex:other|^ex:next) ?y . ?y ex:name 1"), chain,
                        "ex:c ex:name 1 ."),
                new Case("a query that goes back along what is none of some predicates",
                        query("$this ex:next ?x . ?x !(ex:next|^ex:other) ?y . ?y ex:name 1"), chain,
                        "ex:a ex:name 1 ."),
                new Case("a query that goes back along a repeated path",
                        """
                        ex:S a sh:NodeShape ; sh:targetNode ex:e ; sh:sparql [ a sh:SPARQLConstraint ; sh:prefixes ex:prefixes ;
                            sh:select "SELECT $this { $this ^(ex:next*) ?x FILTER NOT EXISTS { ?y ex:name 1 . ?y ex:next* $this } }" ] .
                        """,
                        chain, "ex:a ex:name 1 ."));
    }

    private static String query(String pattern) {
        return "ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:sparql [ a sh:SPARQLConstraint ; sh:prefixes ex:prefixes ; "
                + "sh:select \"SELECT $this { " + pattern + " }\" ] .";
    }

    /** Two property shapes of which the values of one must not conform to the other's shape, in one of two parents. */
    private static String siblings(String with, String without) {
        return "ex:S a sh:NodeShape ; sh:targetNode ex:a . ex:Parent a sh:NodeShape . ex:S sh:property ex:Twin . "
                + "ex:Parent sh:property ex:Twin . "
                + with + " sh:property [ sh:path ex:second ; sh:qualifiedMinCount 0 ; sh:qualifiedValueShape "
                + "[ sh:not [ sh:property [ sh:path ex:odd ; sh:minCount 1 ] ] ] ] . "
                + without + " sh:property [ sh:path ex:third ; sh:maxCount 5 ] . "
                + "ex:Twin sh:path ex:first ; sh:qualifiedMinCount 1 ; sh:qualifiedValueShapesDisjoint true ; "
                + "sh:qualifiedValueShape [ sh:nodeKind sh:IRI ] .";
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aChangeFarFromItsFocusNodeIsValidated(Case far) {
        Shapes shapes = Shapes.parse(graph(far.shapes()));
        ChangeValidator validator = new ChangeValidator(ShapeLibrary.of(shapes));
        Graph without = graph(far.data());
        Graph with = graph(far.data() + far.turns());
        Set<FindingKey> comes = found(shapes, with);
        comes.removeAll(found(shapes, without));
        Set<FindingKey> goes = found(shapes, without);
        goes.removeAll(found(shapes, with));
        assertFalse(comes.isEmpty() && goes.isEmpty(), "the case says nothing");
        assertEquals(comes, added(validator, without, with), "an addition");
        assertEquals(goes, added(validator, with, without), "a deletion");
    }

    private static Graph graph(String turtle) {
        return RDFParser.fromString(PREFIXES + turtle, Lang.TTL).toGraph();
    }

    private static Set<FindingKey> found(Shapes shapes, Graph data) {
        return ShaclValidator.get().validate(shapes, data).getEntries().stream().map(FindingKey::of)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<FindingKey> added(ChangeValidator validator, Graph from, Graph to) {
        try (GraphStore store = GraphStore.memory()) {
            return store.underWriteTransaction(writing -> {
                from.find().forEachRemaining(
                        t -> writing.dataset().add(GRAPH, t.getSubject(), t.getPredicate(), t.getObject()));
                writing.commit();
                return store;
            }).underWriteTransaction(writing -> {
                minus(from, to).find().forEachRemaining(
                        t -> writing.dataset().delete(GRAPH, t.getSubject(), t.getPredicate(), t.getObject()));
                minus(to, from).find().forEachRemaining(
                        t -> writing.dataset().add(GRAPH, t.getSubject(), t.getPredicate(), t.getObject()));
                return validator.compare(writing.unionDelta(), writing.union(), Long.MAX_VALUE).added().stream()
                        .map(FindingKey::of)
                        .collect(Collectors.toSet());
            });
        }
    }

    private static Graph minus(Graph a, Graph b) {
        Graph rest = GraphFactory.createDefaultGraph();
        a.find().filterDrop(b::contains).forEachRemaining(rest::add);
        return rest;
    }
}
