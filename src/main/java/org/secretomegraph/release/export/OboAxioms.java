package org.secretomegraph.release.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.graph.GNode;
import org.apache.jena.sparql.util.graph.GraphList;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * The axioms of an ontology in the shapes that OBO Graphs has for them. Others, such as disjointness, it has no place
 * for.
 */
final class OboAxioms {
    private static final Comparator<Triple> BY_SUBJECT = Comparator.comparing(Triple::getSubject, NodeView.ORDER);
    private final Graph graph;

    OboAxioms(Graph graph) {
        this.graph = graph;
    }

    private record Edge(String sub, String pred, String obj) implements Comparable<Edge> {
        @Override
        public int compareTo(Edge o) {
            return (sub + " " + pred + " " + obj).compareTo(o.sub + " " + o.pred + " " + o.obj);
        }

        JsonObject json() {
            return object("sub", sub, "pred", pred, "obj", obj);
        }
    }

    private record Restriction(Node property, Node filler) {}

    JsonArray edges() {
        TreeSet<Edge> edges = new TreeSet<>();
        named(RDFS.subClassOf.asNode()).forEach(t -> edges.add(edge(t, "is_a")));
        named(RDFS.subPropertyOf.asNode()).forEach(t -> edges.add(edge(t, "subPropertyOf")));
        named(OWL2.inverseOf.asNode()).forEach(t -> edges.add(edge(t, "inverseOf")));
        named(RDF.type.asNode()).filter(t -> isTerm(t.getObject())).forEach(t -> edges.add(edge(t, "type")));
        graph.stream(Node.ANY, RDFS.subClassOf.asNode(), Node.ANY).filter(t -> t.getSubject().isURI())
                .forEach(t -> restriction(t.getObject()).ifPresent(r -> edges.add(new Edge(t.getSubject().getURI(),
                        r.property().getURI(), r.filler().getURI()))));
        graph.stream(Node.ANY, RDF.type.asNode(), OWL2.ObjectProperty.asNode()).map(Triple::getSubject)
                .flatMap(this::named).forEach(t -> edges.add(edge(t, t.getPredicate().getURI())));
        return JsonText.array(edges.stream().map(Edge::json).toList());
    }

    /** Classes that are one by two names. */
    JsonArray equivalents() {
        return JsonText.array(named(OWL2.equivalentClass.asNode()).sorted(BY_SUBJECT).map(t -> {
            JsonObject set = new JsonObject();
            set.put("representativeNodeId", t.getSubject().getURI());
            set.put("nodeIds", JsonText.texts(new TreeSet<>(List.of(t.getSubject().getURI(), t.getObject().getURI()))));
            return set;
        }).toList());
    }

    /** Genus and differentia; a definition with anything else in it does not fit the format. */
    JsonArray logicalDefinitions() {
        List<JsonObject> all = new ArrayList<>();
        graph.stream(Node.ANY, OWL2.equivalentClass.asNode(), Node.ANY)
                .filter(t -> t.getSubject().isURI() && t.getObject().isBlank())
                .sorted(BY_SUBJECT)
                .forEach(t -> definition(t).ifPresent(all::add));
        return JsonText.array(all);
    }

    private Optional<JsonObject> definition(Triple t) {
        List<Node> parts = members(t.getObject(), OWL2.intersectionOf.asNode());
        List<String> genera = parts.stream().filter(Node::isURI).map(Node::getURI).sorted().toList();
        List<Restriction> differentiae = parts.stream().flatMap(p -> restriction(p).stream()).toList();
        if (genera.isEmpty() || genera.size() + differentiae.size() != parts.size()) {
            return Optional.empty();
        }
        JsonObject definition = new JsonObject();
        definition.put("definedClassId", t.getSubject().getURI());
        definition.put("genusIds", JsonText.texts(genera));
        definition.put("restrictions", JsonText.array(differentiae.stream()
                .map(r -> object("propertyId", r.property().getURI(), "fillerId", r.filler().getURI())).toList()));
        return Optional.of(definition);
    }

    JsonArray domainsAndRanges() {
        Map<Node, JsonObject> all = new LinkedHashMap<>();
        Stream.concat(named(RDFS.domain.asNode()), named(RDFS.range.asNode())).map(Triple::getSubject).distinct()
                .sorted(NodeView.ORDER).forEach(property -> {
                    NodeView of = new NodeView(graph, property);
                    JsonObject axiom = object("predicateId", property.getURI());
                    put(axiom, "domainClassIds", of.named(RDFS.domain.asNode()));
                    put(axiom, "rangeClassIds", of.named(RDFS.range.asNode()));
                    all.put(property, axiom);
                });
        return JsonText.array(all.values());
    }

    JsonArray propertyChains() {
        return JsonText.array(graph.stream(Node.ANY, OWL2.propertyChainAxiom.asNode(), Node.ANY)
                .sorted(BY_SUBJECT).map(t -> {
                    JsonObject chain = object("predicateId", t.getSubject().getURI());
                    chain.put("chainPredicateIds",
                            JsonText.texts(list(t.getObject()).stream().map(Node::getURI).toList()));
                    return chain;
                }).toList());
    }

    static boolean isAnnotation(Graph graph, Node property) {
        return graph.contains(property, RDF.type.asNode(), OWL2.AnnotationProperty.asNode())
                || !graph.contains(property, RDF.type.asNode(), OWL2.ObjectProperty.asNode())
                        && !property.getURI().startsWith(OWL2.NS) && !property.getURI().startsWith(RDF.getURI())
                        && !property.getURI().startsWith(RDFS.getURI());
    }

    private boolean isTerm(Node type) {
        return graph.contains(type, RDF.type.asNode(), OWL2.Class.asNode());
    }

    private Stream<Triple> named(Node property) {
        return graph.stream(Node.ANY, property, Node.ANY).filter(t -> t.getSubject().isURI() && t.getObject().isURI());
    }

    private Optional<Restriction> restriction(Node expression) {
        NodeView e = new NodeView(graph, expression);
        return expression.isBlank() && e.all(RDF.type.asNode()).contains(OWL2.Restriction.asNode())
                ? e.named(OWL2.onProperty.asNode()).stream().flatMap(p -> e.named(OWL2.someValuesFrom.asNode()).stream()
                        .map(filler -> new Restriction(p, filler))).findFirst()
                : Optional.empty();
    }

    private List<Node> members(Node expression, Node constructor) {
        return new NodeView(graph, expression).all(constructor).stream().flatMap(l -> list(l).stream()).toList();
    }

    private List<Node> list(Node head) {
        return GraphList.members(GNode.create(graph, head));
    }

    private static Edge edge(Triple t, String name) {
        return new Edge(t.getSubject().getURI(), name, t.getObject().getURI());
    }

    private static void put(JsonObject axiom, String name, List<Node> classes) {
        if (!classes.isEmpty()) {
            axiom.put(name, JsonText.texts(classes.stream().map(Node::getURI).toList()));
        }
    }

    private static JsonObject object(String... namesAndValues) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }
}
