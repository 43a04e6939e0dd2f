package org.secretomegraph.graph.describe;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.describe.EncodedQuads.Pairs;
import org.secretomegraph.graph.describe.VoidDescription.Statements;
import org.secretomegraph.vocab.Curie;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/**
 * How many statements lead from one namespace to another, by property (VoID, section 5,
 * https://www.w3.org/TR/void/#linkset). Only what is asserted counts, or one link would be counted again for each
 * superclass.
 */
final class Linksets {
    private static final Set<Node> NO_LINKS = Set.of(RDF.type.asNode(), RDFS.isDefinedBy.asNode());
    private static final String OWN = "SCSO";

    private record Link(String from, String to, Node property) implements Comparable<Link> {
        @Override
        public int compareTo(Link other) {
            return (from + " " + to + " " + property).compareTo(other.from + " " + other.to + " " + other.property);
        }
    }

    private Linksets() {}

    static void of(EncodedQuads quads, Statements told) {
        Map<Integer, Optional<String>> prefixes = new HashMap<>();
        IntFunction<Optional<String>> prefix = number -> prefixes.computeIfAbsent(number, n -> prefix(quads.node(n)));
        SortedMap<Link, Long> counted = new TreeMap<>();
        quads.pairs(graph -> !NamedGraphs.DERIVED.contains(graph)).stream()
                .filter(said -> !NO_LINKS.contains(said.property()))
                .forEach(said -> count(said, prefix).forEach((link, number) -> counted.put(link, number)));
        counted.forEach((link, number) -> tell(link, number, told));
    }

    private static Map<Link, Long> count(Pairs said, IntFunction<Optional<String>> prefix) {
        Map<Link, Long> counted = new HashMap<>();
        for (long pair : said.pairs()) {
            Optional<String> to = prefix.apply(Pairs.object(pair)).filter(p -> !p.equals(OWN));
            to.flatMap(t -> prefix.apply(Pairs.subject(pair)).filter(from -> !from.equals(t))
                    .map(from -> new Link(from, t, said.property())))
                    .ifPresent(link -> counted.merge(link, 1L, Long::sum));
        }
        return counted;
    }

    /** Everything under our own namespace is ours: terms, claims, studies. */
    private static Optional<String> prefix(Node node) {
        return node.isURI() ? prefix(node.getURI()) : Optional.empty();
    }

    private static Optional<String> prefix(String iri) {
        return iri.startsWith(Scso.NS) ? Optional.of(OWN) : Curie.compact(iri).map(c -> c.substring(0, c.indexOf(':')));
    }

    private static void tell(Link link, long number, Statements told) {
        Node linkset = told.node("links", link.from(), link.to(), link.property().getURI());
        told.add(VoidDescription.DATASET, told.term("subset"), linkset);
        told.add(linkset, RDF.type.asNode(), told.term("Linkset"));
        told.add(linkset, told.term("subjectsTarget"), dataset(link.from(), told));
        told.add(linkset, told.term("objectsTarget"), dataset(link.to(), told));
        told.add(linkset, told.term("linkPredicate"), link.property());
        told.count(linkset, "triples", number);
    }

    private static Node dataset(String prefix, Statements told) {
        if (prefix.equals(OWN)) {
            return VoidDescription.DATASET;
        }
        Node dataset = NodeFactory.createURI(NamedGraphs.VOID.getURI() + "#dataset-" + prefix);
        told.add(dataset, RDF.type.asNode(), told.term("Dataset"));
        told.add(dataset, Terms.title, NodeFactory.createLiteralString(prefix));
        told.add(dataset, told.term("uriSpace"),
                NodeFactory.createLiteralString(Curie.namespace(prefix).orElseThrow()));
        return dataset;
    }
}
