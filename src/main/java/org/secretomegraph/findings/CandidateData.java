package org.secretomegraph.findings;

import java.util.HashSet;
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
 * Candidate data: triples that are to be validated together with an existing graph.
 *
 * @param source the file as the user named it
 * @param triples the candidate triples
 * @param cells the cells of the table that the triples come from; empty when they do not come from a table
 * @param textFindings findings on text that could not become triples
 * @param removedRecords records that an earlier version of the source described and this one does not
 */
public record CandidateData(String source, Graph triples, Optional<CellIndex> cells, List<Finding> textFindings,
        Set<Node> removedRecords) {

    /** The triples of an RDF file. */
    public static CandidateData ofFile(String source, Graph triples) {
        return new CandidateData(source, triples, Optional.empty(), List.of(), Set.of());
    }

    /** The triples of a table that replaces no earlier version. */
    public static CandidateData ofTable(String source, Graph triples, CellIndex cells, List<Finding> textFindings) {
        return new CandidateData(source, triples, Optional.of(cells), textFindings, Set.of());
    }

    /** A source without triples, because it could not be read. @param finding what is wrong with it */
    public static CandidateData unreadable(String source, Finding finding) {
        return new CandidateData(source, GraphFactory.createDefaultGraph(), Optional.empty(), List.of(finding),
                Set.of());
    }

    /** The existing graph with the candidates laid over it; see {@link CandidateOverlay}. */
    public static Graph overlay(Graph existing, List<CandidateData> candidates) {
        return candidates.isEmpty() ? existing : CandidateOverlay.of(existing, candidates);
    }

    /**
     * Findings of the shapes, reduced to one for each mistake when they are on a table.
     *
     * @param found sorted by location
     * @param shapes for the columns on which a rule depends
     */
    public List<Finding> deduplicated(List<Finding> found, ShapeLibrary shapes) {
        if (cells.isEmpty()) {
            return found;
        }
        Set<List<Object>> seen = new HashSet<>();
        List<Finding> distinct = found.stream()
                .filter(f -> seen.add(List.of(f.rule(), f.place(), f.value()))).toList();
        List<Finding> open = FindingDeduplicator.atLaterRow(distinct).stream().filter(f -> !isReported(f)).toList();
        return FindingDeduplicator
                .worstOfEachCell(FindingDeduplicator.withoutConsequences(open,
                        f -> shapes.metadata(NodeFactory.createURI(f.rule()))))
                .stream()
                .map(cells.get()::withCell).toList();
    }

    /** The findings of the shapes together with those on the text. */
    public List<Finding> withTextFindings(List<Finding> shapeFindings) {
        List<Finding> all =
                Stream.concat(textFindings.stream(), shapeFindings.stream()).sorted(Finding.BY_LOCATION).toList();
        return cells.isEmpty() ? all : FindingDeduplicator.worstOfEachCell(all);
    }

    /** The subjects of the triples. Only these are validated. */
    public Set<Node> subjects() {
        return triples.stream().map(Triple::getSubject).collect(Collectors.toSet());
    }

    /** Whether a finding on the text reports this cell already. */
    private boolean isReported(Finding f) {
        return f.place().line() > 0 && cells.filter(sheet -> sheet.isReported(f.place(), f.severity())).isPresent();
    }
}
