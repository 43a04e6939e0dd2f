package org.secretomegraph.release.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.vocab.PrefixRegistry;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/**
 * Nodes and edges as two KGX tables (github.com/biolink/kgx, docs/kgx_format.md), in the words of the Biolink Model
 * 4.4.4. Each claim is an edge and each derived link is an edge; every end of an edge is a node.
 */
public final class KgxExport implements Export {
    private static final List<String> NODE_COLUMNS = List.of("id", "category", "name", "description", "xref", "synonym",
            "provided_by", "iri");
    // Sources that the registry of information resources knows by this name; ours is not registered there yet.
    private static final Map<String, String> PROVIDERS = new TreeMap<>(Map.of("GO", "infores:go", "CL", "infores:cl",
            "MONDO", "infores:mondo", "UBERON", "infores:uberon", "CHEBI", "infores:chebi", "HGNC", "infores:hgnc"));

    @Override
    public ExportResult of(Snapshot snapshot) {
        Graph graph = NodeView.asserted(snapshot);
        Biolink model = Biolink.model();
        KgxEdges edges = new KgxEdges(model);
        NodeView.claims(graph).forEach(edges::claim);
        graph.stream(Node.ANY, RDF.type.asNode(), Scso.DerivedLink)
                .map(t -> new NodeView(graph, t.getSubject())).forEach(edges::link);
        TsvWriter nodes = new TsvWriter(NODE_COLUMNS);
        List<String> general = new ArrayList<>();
        for (Node end : edges.ends()) {
            NodeView thing = new NodeView(graph, end);
            nodes.add(node(thing, model.category(thing)));
            if (model.category(thing).equals(Biolink.ANYTHING)) {
                general.add(thing.label());
            }
        }
        List<String> notes = new ArrayList<>(edges.notes());
        if (!general.isEmpty()) {
            notes.add(general.size() + " nodes have no category but " + Biolink.ANYTHING + ": "
                    + String.join("; ", general));
        }
        return new ExportResult(List.of(new ExportFile("secretome-graph_nodes.tsv", nodes.sorted()),
                new ExportFile("secretome-graph_edges.tsv", edges.table())), notes);
    }

    private static Map<String, String> node(NodeView thing, String category) {
        String id = ExportCuries.curieOrIri(thing.node().getURI());
        List<String> synonyms = new ArrayList<>();
        Terms.SYNONYMS.forEach(kind -> synonyms.addAll(thing.texts(kind)));
        List<String> xrefs = new ArrayList<>(thing.texts(Terms.xref));
        CrossReferences.of(thing).forEach(iri -> xrefs.add(ExportCuries.curieOrIri(iri)));
        return Map.of("id", id, "category", category, "name", thing.label(),
                "description", thing.text(Terms.definition).or(() -> thing.text(Terms.ownDefinition)).orElse(""),
                "xref", TsvWriter.several(xrefs.stream().map(PrefixRegistry.bundled()::biolinkCurie).toList()),
                "synonym", TsvWriter.several(synonyms),
                "provided_by", PROVIDERS.getOrDefault(id.replaceFirst(":.*", ""), KgxEdges.OURSELVES),
                "iri", thing.node().getURI());
    }
}
