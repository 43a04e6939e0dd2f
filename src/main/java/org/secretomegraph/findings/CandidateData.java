package org.secretomegraph.findings;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.secretomegraph.report.Finding;
import org.secretomegraph.shacl.ShapeLibrary;

/**
 * What somebody wants to say: triples that are to be judged against a graph that is already believed.
 *
 * @param source the file as the user named it
 * @param triples what it says
 * @param layout how the claim sheet is laid out that the triples come from; empty when they come from elsewhere
 * @param unread what in the text could not become triples
 * @param withdrawn records that an earlier version said something of, and this one does not
 */
public record CandidateData(String source, Graph triples, Optional<CellIndex> layout, List<Finding> unread,
        Set<Node> withdrawn) {

    /** What an RDF file says. */
    public static CandidateData ofFile(String source, Graph triples) {
        return new CandidateData(source, triples, Optional.empty(), List.of(), Set.of());
    }

    /** What a table says that replaces no earlier version. */
    public static CandidateData ofTable(String source, Graph triples, CellIndex layout, List<Finding> unread) {
        return new CandidateData(source, triples, Optional.of(layout), unread, Set.of());
    }

    /** A text that says nothing, because it could not be read. */
    public static CandidateData unread(String source, Finding why) {
        return new CandidateData(source, GraphFactory.createDefaultGraph(), Optional.empty(), List.of(why), Set.of());
    }

    /** What would be believed if the graph took the proposals in; what they describe is described by them alone. */
    public static Graph over(Graph believed, List<CandidateData> proposals) {
        return proposals.isEmpty() ? believed : CandidateOverlay.of(believed, proposals);
    }

    /**
     * What is told of all that the shapes found: in a sheet one finding for each mistake.
     *
     * @param found sorted by place
     * @param rules who knows which columns decide whether a rule asks anything of a row
     */
    public List<Finding> told(List<Finding> found, ShapeLibrary rules) {
        if (layout.isEmpty()) {
            return found;
        }
        List<Finding> open = FindingDeduplicator.later(found).stream().filter(f -> !isSettled(f)).toList();
        return FindingDeduplicator
                .worst(FindingDeduplicator.given(open, f -> rules.rule(NodeFactory.createURI(f.rule())))).stream()
                .map(layout.get()::withCell).toList();
    }

    /** What is told of the shapes' findings, and what is told of the text. */
    public List<Finding> withText(List<Finding> ofShapes) {
        List<Finding> all = Stream.concat(unread.stream(), ofShapes.stream()).sorted(Finding.BY_LOCATION).toList();
        return layout.isEmpty() ? all : FindingDeduplicator.worst(all);
    }

    /** The nodes that something is said of. Only these are judged. */
    public Set<Node> subjects() {
        return triples.stream().map(Triple::getSubject).collect(Collectors.toSet());
    }

    /** Whether a finding on the text speaks of this place already. */
    private boolean isSettled(Finding f) {
        return f.place().line() > 0 && layout.filter(sheet -> sheet.isSettled(f.place(), f.severity())).isPresent();
    }
}
