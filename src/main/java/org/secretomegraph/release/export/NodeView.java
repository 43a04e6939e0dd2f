package org.secretomegraph.release.export;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.secretomegraph.graph.BulkGraph;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.TermLabels;
import org.secretomegraph.graph.infer.TransitiveClosure;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.vocab.Scso;

/** A node and what the graph says of it, always in the same order. */
record NodeView(Graph graph, Node node) {
    static final Comparator<Node> ORDER = Comparator.comparing(NodeFmtLib::strNT);

    NodeView at(Node other) {
        return new NodeView(graph, other);
    }

    List<Node> all(Node property) {
        return graph.stream(node, property, Node.ANY).map(Triple::getObject).distinct().sorted(ORDER).toList();
    }

    /** Named values only: no blank nodes, no literals. */
    List<Node> named(Node property) {
        return all(property).stream().filter(Node::isURI).toList();
    }

    Optional<Node> one(Node property) {
        return all(property).stream().findFirst();
    }

    List<String> texts(Node property) {
        return all(property).stream().filter(n -> !n.isBlank()).map(NodeView::lexical).distinct().toList();
    }

    /** The text to show of several; an IRI where there is no text. */
    Optional<String> text(Node property) {
        return TermLabels.text(node, property, graph).or(() -> texts(property).stream().findFirst());
    }

    boolean has(Node property) {
        return graph.contains(node, property, Node.ANY);
    }

    /** The label; what an IRI ends in when there is none. */
    String label() {
        return TermLabels.of(node, graph)
                .orElseGet(() -> node.isURI() ? node.getURI().replaceFirst("^.*[/#](?=.)", "") : node.toString());
    }

    /** The node and its named superclasses, direct and indirect. */
    Set<Node> kinds() {
        Set<Node> kinds = new HashSet<>(TransitiveClosure.superclasses(node, graph));
        kinds.add(node);
        return kinds;
    }

    /** All that is said or derived from claims, without what only follows by subclass and subproperty. */
    static Graph asserted(Snapshot snapshot) {
        Graph asserted = new BulkGraph();
        Iter.asStream(snapshot.dataset().listGraphNodes()).filter(name -> !name.equals(NamedGraphs.ENTAILMENTS))
                .filter(name -> !NamedGraphs.DESCRIPTIONS.contains(name))
                .forEach(name -> snapshot.dataset().getGraph(name).stream().forEach(asserted::add));
        return asserted;
    }

    /** The ontology itself, which also speaks for the whole graph: version, licence, makers. */
    static NodeView ontology(Graph graph) {
        return new NodeView(graph, NodeFactory.createURI(Scso.NS.replaceFirst("/$", "")));
    }

    /** Every claim that states subject, relation and object. */
    static List<NodeView> claims(Graph graph) {
        return graph.stream(Node.ANY, Scso.subject, Node.ANY).map(Triple::getSubject).distinct()
                .filter(n -> n.isURI() && n.getURI().startsWith(Scso.NS + "claim/")).sorted(ORDER)
                .map(n -> new NodeView(graph, n)).filter(NodeView::isClaim).toList();
    }

    boolean isClaim() {
        return has(Scso.subject) && has(Scso.relation) && has(Scso.object);
    }

    static String lexical(Node value) {
        return value.isLiteral() ? value.getLiteralLexicalForm() : value.toString();
    }
}
