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
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.graph.BulkGraph;
import org.secretomegraph.graph.view.GraphView;
import org.secretomegraph.vocab.Scso;

/**
 * Candidate data laid over an existing graph. The candidate's description of a node replaces the existing one, so that
 * a changed copy of a claim is validated by itself and not merged with its original.
 *
 * <p>A node counts as described when the candidate states its class and its label, or when it is a record (claim,
 * publication, study) in either graph; a term that is only mentioned or declared keeps its existing triples. An
 * external term also keeps its superclasses, because its category is stated in another file than the slice that it
 * comes from. Records that only an earlier version of the candidate described are hidden.
 */
public final class CandidateOverlay {
    private static final Set<Node> RECORDS = Set.of(Scso.Claim, Scso.Publication, Scso.Study);

    private CandidateOverlay() {}

    public static Graph of(Graph existing, List<CandidateData> candidates) {
        Graph triples = candidates.size() == 1 ? candidates.get(0).triples() : merged(candidates);
        Set<Node> described = triples.stream().map(Triple::getSubject).distinct()
                .filter(node -> isTerm(triples, node) || isRecord(triples, node) || isRecord(existing, node))
                .collect(Collectors.toCollection(HashSet::new));
        candidates.forEach(candidate -> described.addAll(candidate.removedRecords()));
        return new Union(triples, new HidingGraph(existing, described));
    }

    private static Graph merged(List<CandidateData> candidates) {
        Graph all = new BulkGraph();
        candidates.forEach(c -> c.triples().find().forEachRemaining(all::add));
        return all;
    }

    private static boolean isTerm(Graph triples, Node node) {
        return triples.contains(node, RDF.type.asNode(), Node.ANY)
                && triples.contains(node, RDFS.label.asNode(), Node.ANY);
    }

    private static boolean isRecord(Graph graph, Node node) {
        return RECORDS.stream().anyMatch(record -> graph.contains(node, RDF.type.asNode(), record));
    }

    private static boolean isOurs(Node node) {
        return !node.isURI() || node.getURI().startsWith(Scso.NS);
    }

    /** A graph without the triples of some subjects. */
    private static final class HidingGraph extends GraphBase implements GraphView {
        private final Graph base;
        private final Set<Node> hidden;

        HidingGraph(Graph base, Set<Node> hidden) {
            this.base = base;
            this.hidden = hidden;
        }

        @Override
        public Graph base() {
            return base;
        }

        @Override
        public Graph over(Graph other) {
            return new HidingGraph(other, hidden);
        }

        @Override
        protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
            return base.find(pattern).filterDrop(t -> hidden.contains(t.getSubject())
                    && (isOurs(t.getSubject()) || !t.getPredicate().equals(RDFS.subClassOf.asNode())));
        }
    }
}
