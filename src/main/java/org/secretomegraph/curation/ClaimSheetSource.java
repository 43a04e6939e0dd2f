package org.secretomegraph.curation;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.secretomegraph.graph.BadInput;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.Source;
import org.secretomegraph.guard.Finding;
import org.secretomegraph.guard.Severity;
import org.secretomegraph.sheet.Fault;

/** A claim sheet as a source of the graph: its claims go to a named graph of their own, with the sheet's header. */
public record ClaimSheetSource(Path file) implements Source {

    /** Loading stops at a sheet that cannot be read as a whole: half a sheet must not enter the graph. */
    @Override
    public void addTo(DatasetGraph dataset) {
        SheetFaults faults = new SheetFaults(file.toString());
        ClaimSheet sheet = SheetReader.read(file, faults);
        SheetCodes codes = SheetCodes.in(dataset.getGraph(NamedGraphs.ONTOLOGY));
        Node graph = SheetProposal.graphOf(file);
        ClaimSink sink = new Loading(dataset, graph, faults);
        HeaderTriples.of(sheet, graph).forEach(sink::say);
        sheet.rows().forEach(row -> new ClaimTriples(sheet, row, Set.of(), codes, sink).emit());
        stopAt(faults.findings());
    }

    private void stopAt(List<Finding> all) {
        List<Finding> findings = all.stream().filter(f -> f.severity() == Severity.VIOLATION).toList();
        findings.stream().min(Comparator.comparingLong(f -> f.place().line())).ifPresent(first -> {
            throw new BadInput(first.place() + ": " + first.problem() + "; " + first.advice()
                    + (findings.size() > 1 ? " (and " + (findings.size() - 1) + " more; see secretome validate)" : ""));
        });
    }

    private record Loading(DatasetGraph dataset, Node graph, SheetFaults faults) implements ClaimSink {
        @Override
        public void say(Triple t) {
            dataset.add(graph, t.getSubject(), t.getPredicate(), t.getObject());
        }

        @Override
        public void badCell(ClaimRow row, ClaimColumn column, Fault fault) {
            faults.cell(row, column, fault);
        }
    }
}
