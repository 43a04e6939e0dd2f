package org.secretomegraph.curation;

import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.Source;
import org.secretomegraph.guard.Proposed;
import org.secretomegraph.vocab.Terms;

/** A claim sheet as a source of the graph: its claims go to a named graph of their own, with the sheet's header. */
public record ClaimSheetSource(Path file) implements Source {

    @Override
    public void addTo(DatasetGraph dataset) {
        ClaimSheet sheet = ClaimSheet.read(file);
        ClaimKinds kinds = ClaimKinds.in(dataset.getGraph(NamedGraphs.ONTOLOGY));
        Node graph = graph();
        header(sheet, graph, dataset);
        for (ClaimRow row : sheet.rows()) {
            new ClaimTriples(sheet, row, kinds,
                    t -> dataset.add(graph, t.getSubject(), t.getPredicate(), t.getObject())).emit();
        }
    }

    /** The claims of a sheet that is to be judged, not loaded. */
    public static Proposed proposed(Path file, Graph ontology) {
        DatasetGraph alone = DatasetGraphFactory.createGeneral();
        alone.addGraph(NamedGraphs.ONTOLOGY, ontology);
        ClaimSheetSource sheet = new ClaimSheetSource(file);
        sheet.addTo(alone);
        return new Proposed(file.toString(), alone.getGraph(sheet.graph()), true);
    }

    private Node graph() {
        return NamedGraphs.curation(file.getFileName().toString().replaceFirst("\\.tsv$", ""));
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
