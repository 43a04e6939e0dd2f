package org.secretomegraph.graph;

import java.util.Locale;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;

/**
 * What a store knows of itself: how many triples it shows, and what it was made of. It stands in the base's own default
 * graph, which nobody else uses or sees, so that it changes in the same transaction as the content. The number is named
 * as in VoID (section 4.6.1, "Providing statistics", https://www.w3.org/TR/void/#statistics).
 */
final class Ledger {
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

    private final DatasetGraph base;

    Ledger(DatasetGraph base) {
        this.base = base;
    }

    /** How many triples the union of the named graphs has. */
    long triples() {
        return value(TRIPLES).map(Long::parseLong).orElse(0L);
    }

    /** Whether anything is written down. A store of an earlier version of the program has no ledger. */
    boolean isKept() {
        return value(TRIPLES).isPresent();
    }

    void add(long triples) {
        if (triples != 0) {
            triples(triples() + triples);
        }
    }

    void triples(long number) {
        write(TRIPLES, NodeFactory.createLiteralDT(String.valueOf(number), XSDDatatype.XSDinteger));
    }

    /** Counts them all, which takes as long as there are many. */
    void count() {
        String all = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }";
        DatasetGraph seen = UnionDefault.asSeen(base);
        try (QueryExec exec = QueryExec.dataset(seen).query(all).build()) {
            triples(((Number) exec.select().next().get("n").getLiteralValue()).longValue());
        }
    }

    Optional<String> entry(Entry entry) {
        return value(entry.property());
    }

    void write(Entry entry, String value) {
        write(entry.property(), NodeFactory.createLiteralString(value));
    }

    private Optional<String> value(Node property) {
        return own().stream(STORE, property, Node.ANY).map(t -> t.getObject().getLiteralLexicalForm()).findFirst();
    }

    private void write(Node property, Node value) {
        Graph own = own();
        own.stream(STORE, property, Node.ANY).toList().forEach(own::delete);
        own.add(Triple.create(STORE, property, value));
    }

    private Graph own() {
        return base.getDefaultGraph();
    }
}
