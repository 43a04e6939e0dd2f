package org.secretomegraph.curation;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.secretomegraph.curation.rdf.ClaimMapper;
import org.secretomegraph.curation.rdf.ClaimSink;
import org.secretomegraph.curation.rdf.HeaderMapper;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.curation.read.ClaimRow;
import org.secretomegraph.curation.read.ClaimSheet;
import org.secretomegraph.curation.read.SheetErrors;
import org.secretomegraph.curation.read.SheetReader;
import org.secretomegraph.curation.term.CodeMapping;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.Source;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.Severity;
import org.secretomegraph.table.CellError;

/** A claim sheet as a source of the graph: its claims go to a named graph of their own, with the sheet's header. */
public record ClaimSheetSource(Path file) implements Source {

    /** Loading stops at a sheet that cannot be read as a whole: half a sheet must not enter the graph. */
    @Override
    public void addTo(DatasetGraph dataset) {
        SheetErrors errors = new SheetErrors(file.toString());
        ClaimSheet sheet = SheetReader.read(file, errors);
        CodeMapping codes = CodeMapping.in(dataset.getGraph(NamedGraphs.ONTOLOGY));
        Node graph = SheetLoader.graphOf(file);
        ClaimSink sink = new Loading(dataset, graph, errors);
        HeaderMapper.of(sheet, graph).forEach(sink::add);
        sheet.rows().forEach(row -> new ClaimMapper(sheet, row, Set.of(), codes, sink).emit());
        stopAt(errors.findings());
    }

    private void stopAt(List<Finding> all) {
        List<Finding> findings = all.stream().filter(f -> f.severity() == Severity.VIOLATION).toList();
        findings.stream().min(Comparator.comparingLong(f -> f.place().line())).ifPresent(first -> {
            throw new InvalidInputException(first.place() + ": " + first.problem() + "; " + first.advice()
                    + (findings.size() > 1 ? " (and " + (findings.size() - 1) + " more; see secretome validate)" : ""));
        });
    }

    private record Loading(DatasetGraph dataset, Node graph, SheetErrors errors) implements ClaimSink {
        @Override
        public void add(Triple t) {
            dataset.add(graph, t.getSubject(), t.getPredicate(), t.getObject());
        }

        @Override
        public void reject(ClaimRow row, ClaimColumn column, CellError error) {
            errors.add(row, column, error);
        }
    }
}
