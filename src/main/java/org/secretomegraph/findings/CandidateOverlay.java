package org.secretomegraph.findings;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.graph.view.GraphView;
import org.secretomegraph.vocab.Scso;

/**
 * A proposal laid over the graph that is already believed. What the proposal says of a node which it describes replaces
 * what the graph says of it, so that a changed copy of a claim is judged by itself and not mixed with its original. A
 * node counts as described when the proposal gives it a class and a label, or when it is a record (claim, publication,
 * study) there or here; a term that is only mentioned or declared keeps what the graph says. A borrowed term also keeps
 * its superclasses, because its category is ours and stands in another file than the slice it came with. What an
 * earlier
 * version of the proposal alone described is gone.
 */
public final class CandidateOverlay {
    private static final Set<Node> RECORDS = Set.of(Scso.Claim, Scso.Publication, Scso.Study);

    private CandidateOverlay() {}

    public static Graph of(Graph believed, List<CandidateData> proposals) {
        Graph said = proposals.size() == 1 ? proposals.get(0).triples() : merged(proposals);
        Set<Node> described = said.stream().map(Triple::getSubject).distinct()
                .filter(node -> isTerm(said, node) || isRecord(said, node) || isRecord(believed, node))
                .collect(Collectors.toCollection(HashSet::new));
        proposals.forEach(proposed -> described.addAll(proposed.withdrawn()));
        return new Union(said, new Without(believed, described));
    }

    private static Graph merged(List<CandidateData> proposals) {
        Graph all = GraphFactory.createDefaultGraph();
        proposals.forEach(p -> p.triples().find().forEachRemaining(all::add));
        return all;
    }

    private static boolean isTerm(Graph said, Node node) {
        return said.contains(node, RDF.type.asNode(), Node.ANY) && said.contains(node, RDFS.label.asNode(), Node.ANY);
    }

    private static boolean isRecord(Graph graph, Node node) {
        return RECORDS.stream().anyMatch(record -> graph.contains(node, RDF.type.asNode(), record));
    }

    private static boolean isOurs(Node node) {
        return !node.isURI() || node.getURI().startsWith(Scso.NS);
    }

    /** A graph without what it says of some nodes. */
    private static final class Without extends GraphBase implements GraphView {
        private final Graph base;
        private final Set<Node> hidden;

        Without(Graph base, Set<Node> hidden) {
            this.base = base;
            this.hidden = hidden;
        }

        @Override
        public Graph base() {
            return base;
        }

        @Override
        public Graph over(Graph other) {
            return new Without(other, hidden);
        }

        @Override
        protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
            return base.find(pattern).filterDrop(t -> hidden.contains(t.getSubject())
                    && (isOurs(t.getSubject()) || !t.getPredicate().equals(RDFS.subClassOf.asNode())));
        }
    }
}
