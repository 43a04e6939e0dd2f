package org.secretomegraph.curation;

import java.nio.file.Path;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.secretomegraph.graph.BadInput;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.Source;
import org.secretomegraph.guard.Finding;
import org.secretomegraph.vocab.Terms;

/** A claim sheet as a source of the graph: its claims go to a named graph of their own, with the sheet's header. */
public record ClaimSheetSource(Path file) implements Source {

    @Override
    public void addTo(DatasetGraph dataset) {
        ClaimSheet sheet = ClaimSheet.read(file);
        SheetCodes codes = SheetCodes.in(dataset.getGraph(NamedGraphs.ONTOLOGY));
        Node graph = NamedGraphs.curation(file.getFileName().toString().replaceFirst("\\.tsv$", ""));
        header(sheet, graph, dataset);
        ClaimSink sink = new Loading(dataset, graph);
        sheet.rows().forEach(row -> new ClaimTriples(sheet, row, codes, sink).emit());
    }

    /** Loading stops at the first cell that cannot be read: half a claim must not enter the graph. */
    private record Loading(DatasetGraph dataset, Node graph) implements ClaimSink {
        @Override
        public void say(Triple t) {
            dataset.add(graph, t.getSubject(), t.getPredicate(), t.getObject());
        }

        @Override
        public void badCell(Finding finding) {
            throw new BadInput(finding.place() + ": " + finding.problem() + "; " + finding.remedy());
        }
    }

    private static void header(ClaimSheet sheet, Node graph, DatasetGraph dataset) {
        dataset.add(graph, graph, RDF.type.asNode(), NodeFactory.createURI(Terms.PROV + "Entity"));
        sheet.stated("title").ifPresent(t ->
                dataset.add(graph, graph, Terms.title, NodeFactory.createLiteralLang(t, "en")));
        sheet.stated("description").ifPresent(t ->
                dataset.add(graph, graph, Terms.description, NodeFactory.createLiteralLang(t, "en")));
        sheet.stated("licence").ifPresent(iri ->
                dataset.add(graph, graph, Terms.license, NodeFactory.createURI(iri)));
    }
}
