package org.secretomegraph.graph.store;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.secretomegraph.graph.view.UnionDefaultDataset;

/**
 * The metadata of a store: how many triples it shows, which state its graphs are in, and what it was made of. It stands
 * in the base's own default graph, which nobody else uses or sees, so that it changes in the same transaction as the
 * content. The number is named as in VoID (section 4.6.1, "Providing statistics",
 * https://www.w3.org/TR/void/#statistics).
 */
final class StoreMetadata {
    /** What is written down beside the number of triples. */
    enum Entry {
        /** Checksum of the data that the store was filled with. */
        CONTENT,
        /** Checksum of the rules by which its derived graphs were made. */
        RULES,
        /** Checksum of the shapes that last judged its changes. */
        SHAPES;

        private Node property() {
            return NodeFactory.createURI("urn:x-secretome:" + name().toLowerCase(Locale.ROOT));
        }
    }

    private static final Node STORE = NodeFactory.createURI("urn:x-secretome:store");
    private static final Node TRIPLES = NodeFactory.createURI("http://rdfs.org/ns/void#triples");

    private static final Node IDENTITY = NodeFactory.createURI("urn:x-secretome:identity");
    private static final Node VERSION = NodeFactory.createURI("urn:x-secretome:version");

    private final DatasetGraph base;

    StoreMetadata(DatasetGraph base) {
        this.base = base;
    }

    /** How many triples the union of the named graphs has. */
    long triples() {
        return value(TRIPLES).map(Long::parseLong).orElse(0L);
    }

    /** Whether there is metadata. A store of an earlier version of the program has none. */
    boolean exists() {
        return value(TRIPLES).isPresent();
    }

    void add(long triples) {
        if (triples != 0) {
            triples(triples() + triples);
        }
    }

    void triples(long number) {
        write(TRIPLES, number(number));
    }

    /** Counts them all, which takes as long as there are many. */
    void count() {
        String all = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }";
        DatasetGraph seen = UnionDefaultDataset.forQueries(base);
        try (QueryExec exec = QueryExec.dataset(seen).query(all).build()) {
            triples(((Number) exec.select().next().get("n").getLiteralValue()).longValue());
        }
    }

    /** The state of the whole store: which store it is, and how many commits changed it. */
    String version() {
        return identity() + "-" + number(STORE);
    }

    /** The state of a graph: at which of the store's states it last changed. Empty when there is no such graph. */
    Optional<String> version(Node graph) {
        return base.containsGraph(graph) ? Optional.of(identity() + "-" + number(graph)) : Optional.empty();
    }

    /**
     * Numbers a new state. @param changed the graphs that changed; a store that is not identified yet is, in any case
     */
    void advance(Set<Node> changed) {
        if (value(STORE, IDENTITY).isEmpty()) {
            write(STORE, IDENTITY, NodeFactory.createLiteralString(UUID.randomUUID().toString()));
        }
        if (changed.isEmpty()) {
            return;
        }
        Node next = number(number(STORE) + 1);
        write(STORE, VERSION, next);
        changed.forEach(graph -> write(graph, VERSION, next));
    }

    /** Two stores that were filled alike have numbers in common, and are told apart by this. */
    private String identity() {
        return value(STORE, IDENTITY).orElse("0");
    }

    private long number(Node subject) {
        return value(subject, VERSION).map(Long::parseLong).orElse(0L);
    }

    private static Node number(long number) {
        return NodeFactory.createLiteralDT(String.valueOf(number), XSDDatatype.XSDinteger);
    }

    Optional<String> entry(Entry entry) {
        return value(entry.property());
    }

    void write(Entry entry, String value) {
        write(entry.property(), NodeFactory.createLiteralString(value));
    }

    private Optional<String> value(Node property) {
        return value(STORE, property);
    }

    private Optional<String> value(Node subject, Node property) {
        return graph().stream(subject, property, Node.ANY).map(t -> t.getObject().getLiteralLexicalForm()).findFirst();
    }

    private void write(Node property, Node value) {
        write(STORE, property, value);
    }

    private void write(Node subject, Node property, Node value) {
        Graph graph = graph();
        graph.stream(subject, property, Node.ANY).toList().forEach(graph::delete);
        graph.add(Triple.create(subject, property, value));
    }

    private Graph graph() {
        return base.getDefaultGraph();
    }
}
