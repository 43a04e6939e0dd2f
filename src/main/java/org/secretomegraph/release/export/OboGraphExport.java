package org.secretomegraph.release.export;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.vocab.Terms;

/**
 * The ontology with its slices as OBO Graphs JSON (github.com/geneontology/obographs, schema/obographs-schema.json and
 * README-owlmapping.md).
 */
public final class OboGraphExport implements Export {
    /** What makes a term, and how the format calls it. */
    private static final Map<Node, Kind> KINDS = Map.of(
            OWL2.Class.asNode(), new Kind("CLASS", ""),
            OWL2.NamedIndividual.asNode(), new Kind("INDIVIDUAL", ""),
            OWL2.ObjectProperty.asNode(), new Kind("PROPERTY", "OBJECT"),
            OWL2.DatatypeProperty.asNode(), new Kind("PROPERTY", "DATA"),
            OWL2.AnnotationProperty.asNode(), new Kind("PROPERTY", "ANNOTATION"));

    private record Kind(String type, String propertyType) {}

    @Override
    public ExportResult of(Snapshot snapshot) {
        Graph terms = GraphFactory.createDefaultGraph();
        Iter.asStream(snapshot.dataset().listGraphNodes())
                .filter(name -> name.equals(NamedGraphs.ONTOLOGY)
                        || NamedGraphs.isSlice(name))
                .forEach(name -> snapshot.dataset().getGraph(name).stream().forEach(terms::add));
        JsonObject document = new JsonObject();
        document.put("graphs", array(graph(terms)));
        return ExportResult.single("scso.obographs.json", JsonText.text(document));
    }

    private static JsonObject graph(Graph terms) {
        NodeView ontology = NodeView.ontology(terms);
        OboAxioms axioms = new OboAxioms(terms);
        JsonObject graph = new JsonObject();
        graph.put("id", ontology.node().getURI());
        ontology.text(Terms.title).ifPresent(title -> graph.put("lbl", title));
        graph.put("meta", OboMeta.ofOntology(ontology));
        JsonArray nodes = new JsonArray();
        kinds(terms).forEach((term, kind) -> nodes.add(node(new NodeView(terms, term), kind)));
        graph.put("nodes", nodes);
        graph.put("edges", axioms.edges());
        graph.put("equivalentNodesSets", axioms.equivalents());
        graph.put("logicalDefinitionAxioms", axioms.logicalDefinitions());
        graph.put("domainRangeAxioms", axioms.domainsAndRanges());
        graph.put("propertyChainAxioms", axioms.propertyChains());
        return graph;
    }

    /** Classes last, for a class that is also used as an individual is a class to readers of this format. */
    private static Map<Node, Kind> kinds(Graph terms) {
        Map<Node, Kind> all = new TreeMap<>(NodeView.ORDER);
        for (var type : List.of(OWL2.NamedIndividual, OWL2.AnnotationProperty, OWL2.DatatypeProperty,
                OWL2.ObjectProperty,
                OWL2.Class)) {
            terms.stream(Node.ANY, RDF.type.asNode(), type.asNode()).filter(t -> t.getSubject().isURI())
                    .forEach(t -> all.put(t.getSubject(), KINDS.get(type.asNode())));
        }
        return all;
    }

    private static JsonObject node(NodeView term, Kind kind) {
        JsonObject node = new JsonObject();
        node.put("id", term.node().getURI());
        if (term.has(RDFS.label.asNode())) {
            node.put("lbl", term.label());
        }
        node.put("type", kind.type());
        if (!kind.propertyType().isEmpty()) {
            node.put("propertyType", kind.propertyType());
        }
        JsonObject meta = OboMeta.ofTerm(term);
        if (!meta.isEmpty()) {
            node.put("meta", meta);
        }
        return node;
    }

    private static JsonArray array(JsonObject only) {
        JsonArray array = new JsonArray();
        array.add(only);
        return array;
    }
}
