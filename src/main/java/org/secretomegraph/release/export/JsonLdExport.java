package org.secretomegraph.release.export;

import java.util.List;
import java.util.TreeSet;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OWL2;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.describe.VoidDescription;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/**
 * The dataset in schema.org's words: itself after Bioschemas' Dataset profile 1.0-RELEASE, then every own term, every
 * gene and every claim.
 */
public final class JsonLdExport implements Export {
    private static final String PROFILE = "https://bioschemas.org/profiles/Dataset/1.0-RELEASE";

    @Override
    public ExportResult of(Snapshot snapshot) {
        Graph graph = NodeView.asserted(snapshot);
        SchemaOrg schema = new SchemaOrg(graph);
        JsonArray all = new JsonArray();
        all.add(description(graph));
        TreeSet<Node> terms = new TreeSet<>(NodeView.ORDER);
        snapshot.dataset().getGraph(NamedGraphs.ONTOLOGY).stream().map(t -> t.getSubject()).filter(Node::isURI)
                .filter(n -> n.getURI().matches(Scso.NS + "\\d{7}")).forEach(terms::add);
        List<NodeView> claims = NodeView.claims(graph);
        claims.forEach(claim -> {
            terms.add(claim.one(Scso.subject).orElseThrow());
            terms.add(claim.one(Scso.object).orElseThrow());
        });
        terms.forEach(term -> schema.describe(term).map(JsonLdExport::withoutContext).ifPresent(all::add));
        claims.forEach(claim -> all.add(schema.claim(claim)));
        JsonObject whole = new JsonObject();
        whole.put("@graph", all);
        return ExportResult.single("secretome-graph.jsonld", JsonText.text(SchemaOrg.withContext(whole)));
    }

    /** The dataset itself, for the home page. */
    public static JsonObject dataset(Graph graph) {
        return SchemaOrg.withContext(description(graph));
    }

    private static JsonObject description(Graph graph) {
        NodeView ontology = NodeView.ontology(graph);
        JsonObject json = SchemaOrg.object(NodeFactory.createURI(SchemaOrg.DATASET), "Dataset");
        json.put("dct:conformsTo", SchemaOrg.reference(PROFILE));
        json.put("name", "Secretome Graph");
        ontology.text(Terms.description).ifPresent(text -> json.put("description", text));
        json.put("identifier", SchemaOrg.DATASET);
        json.put("url", SchemaOrg.reference(ontology.node().getURI()));
        json.put("keywords",
                JsonText.texts(List.of("stem cell secretome", "extracellular vesicles", "conditioned medium",
                        "growth factors", "preconditioning", "ontology", "knowledge graph")));
        ontology.text(Terms.license).ifPresent(l -> json.put("license", SchemaOrg.reference(l)));
        ontology.text(OWL2.versionInfo.asNode()).ifPresent(v -> json.put("version", v));
        ontology.text(Terms.issued).ifPresent(d -> json.put("datePublished", d));
        json.put("creator", JsonText.array(ontology.named(Terms.creator).stream()
                .map(maker -> SchemaOrg.maker(ontology.at(maker))).toList()));
        json.put("isBasedOn", JsonText.array(ontology.named(Terms.source).stream()
                .map(source -> SchemaOrg.reference(source.getURI())).toList()));
        json.put("isAccessibleForFree", true);
        JsonArray downloads = new JsonArray();
        downloads.add(download(VoidDescription.DUMP.getURI(), "application/gzip"));
        ontology.text(OWL2.versionIRI.asNode()).ifPresent(iri -> downloads.add(download(iri, "text/turtle")));
        json.put("distribution", downloads);
        return json;
    }

    private static JsonObject download(String iri, String format) {
        JsonObject json = SchemaOrg.object(NodeFactory.createURI(iri), "DataDownload");
        json.put("contentUrl", SchemaOrg.reference(iri));
        json.put("encodingFormat", format);
        return json;
    }

    private static JsonObject withoutContext(JsonObject json) {
        json.remove("@context");
        return json;
    }
}
