package org.secretomegraph.server.sparql;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.fuseki.servlets.ActionLib;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.store.GraphVersions;
import org.secretomegraph.graph.text.VersionedTextIndex;
import org.secretomegraph.server.http.ContentNegotiation;
import org.secretomegraph.server.http.ServerPaths;
import org.secretomegraph.vocab.Terms;

/**
 * What the endpoint can do, in RDF: what a GET without a query is answered with
 * (<a href="https://www.w3.org/TR/sparql11-service-description/">SPARQL 1.1 Service Description</a>), with the sizes of
 * the
 * graphs in VoID's words (<a href="https://www.w3.org/TR/void/#sparql-sd">VoID, section 6.5</a>). The formats are named
 * as
 * <a href="http://www.w3.org/ns/formats/">W3C's list of them</a> does.
 */
public final class ServiceDescription {
    private static final String FORMATS = "http://www.w3.org/ns/formats/";
    private static final String SIMPLE_ENTAILMENT = "http://www.w3.org/ns/entailment/Simple";
    private static final String TEXT_QUERY = "http://jena.apache.org/text#query";
    private static final List<String> RESULT_FORMATS = List.of("SPARQL_Results_JSON", "SPARQL_Results_XML",
            "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle", "N-Triples", "RDF_XML", "JSON-LD", "TriG", "N-Quads");

    private final DatasetGraph dataset;
    private final GraphVersions versions;
    private final boolean federated;
    private final boolean takesUpdates;
    private final AtomicReference<Sizes> sizes = new AtomicReference<>(new Sizes("", 0, Map.of()));

    /** How large the graphs are at one state, which to count anew for each asker would be dear. */
    private record Sizes(String version, long union, Map<Node, Long> named) {}

    /**
     * @param versions     which state the dataset is in
     * @param federated    whether SERVICE may lead anywhere
     * @param takesUpdates whether there is an endpoint for updates
     */
    public ServiceDescription(DatasetGraph dataset, GraphVersions versions, boolean federated, boolean takesUpdates) {
        this.dataset = dataset;
        this.versions = versions;
        this.federated = federated;
        this.takesUpdates = takesUpdates;
    }

    /** Answers in the RDF syntax that the asker prefers, Turtle by default. Under a READ transaction. */
    void answer(HttpAction action) {
        Lang lang = ContentNegotiation.choose(action.getRequest(), GraphStoreReader.FORMS_OF_A_GRAPH)
                .map(RDFLanguages::contentTypeToLang).orElse(Lang.TTL);
        action.setResponseHeader("Vary", "Accept");
        Graph told = of(URI.create(action.getRequest().getRequestURL().toString()));
        ActionLib.graphResponse(action, told, lang);
    }

    /** The description of the endpoint at an address. */
    Graph of(URI endpoint) {
        Told told = new Told(GraphFactory.createDefaultGraph());
        Map.of("sd", Terms.SD, "void", Terms.VOID, "formats", FORMATS, "rdfs", RDFS.getURI())
                .forEach(told.graph.getPrefixMapping()::setNsPrefix);
        Node service = told.service(NodeFactory.createBlankNode(), endpoint);
        Stream.of("SPARQL10Query", "SPARQL11Query")
                .forEach(language -> told.add(service, "supportedLanguage", sd(language)));
        RESULT_FORMATS.forEach(format -> told.add(service, "resultFormat", NodeFactory.createURI(FORMATS + format)));
        features(told, service);
        updates(told, endpoint);
        dataset(told, service, endpoint);
        return told.graph;
    }

    private void features(Told told, Node service) {
        told.add(service, "feature", sd("UnionDefaultGraph"));
        if (federated) {
            told.add(service, "feature", sd("BasicFederatedQuery"));
        }
        told.add(service, "defaultEntailmentRegime",
                told.typed(NodeFactory.createURI(SIMPLE_ENTAILMENT), "EntailmentRegime"));
        told.add(service, "languageExtension",
                told.typed(NodeFactory.createURI(Syntax.syntaxARQ.getSymbol()), "Feature"));
        if (VersionedTextIndex.search(dataset.getContext()).isPresent()) {
            told.add(service, "propertyFeature", told.typed(NodeFactory.createURI(TEXT_QUERY), "Feature"));
        }
    }

    /**
     * Updates have an endpoint of their own. It has a name here: a client that takes any blank node for the service
     * which
     * it asked, as Comunica does, would send its queries there.
     */
    private void updates(Told told, URI endpoint) {
        if (takesUpdates) {
            URI update = endpoint.resolve(ServerPaths.DATASET + "/update");
            Node other = told.service(NodeFactory.createURI(update.toString()), update);
            told.add(other, "supportedLanguage", sd("SPARQL11Update"));
        }
    }

    private void dataset(Told told, Node service, URI endpoint) {
        Sizes now = sizes();
        Node data = told.typed(NodeFactory.createBlankNode(), "Dataset");
        told.add(service, "defaultDataset", data);
        told.add(data, "defaultGraph", told.sized(now.union()));
        if (now.named().containsKey(NamedGraphs.VOID)) {
            Node description = NodeFactory.createURI(endpoint.resolve("/.well-known/void").toString());
            told.graph.add(data, RDFS.seeAlso.asNode(), description);
            told.graph.add(description, RDF.type.asNode(), NodeFactory.createURI(Terms.VOID + "DatasetDescription"));
        }
        now.named().forEach((name, size) -> {
            Node named = told.typed(NodeFactory.createBlankNode(), "NamedGraph");
            told.add(data, "namedGraph", named);
            told.add(named, "name", name);
            told.add(named, "graph", told.sized(size));
        });
    }

    private Sizes sizes() {
        String version = versions.ofAll();
        Sizes known = sizes.get();
        if (known.version().equals(version)) {
            return known;
        }
        Map<Node, Long> named = new TreeMap<>(Comparator.comparing(Node::toString));
        Iter.toList(dataset.listGraphNodes()).forEach(name -> named.put(name, (long) dataset.getGraph(name).size()));
        Sizes now = new Sizes(version, dataset.getDefaultGraph().size(), named);
        sizes.set(now);
        return now;
    }

    private static Node sd(String name) {
        return NodeFactory.createURI(Terms.SD + name);
    }

    /** The description as it grows. */
    private record Told(Graph graph) {
        void add(Node subject, String property, Node object) {
            graph.add(subject, sd(property), object);
        }

        Node typed(Node node, String type) {
            graph.add(node, RDF.type.asNode(), sd(type));
            return node;
        }

        Node service(Node node, URI endpoint) {
            add(typed(node, "Service"), "endpoint", NodeFactory.createURI(endpoint.toString()));
            return node;
        }

        Node sized(long triples) {
            Node node = typed(NodeFactory.createBlankNode(), "Graph");
            graph.add(node, NodeFactory.createURI(Terms.VOID + "triples"),
                    NodeFactory.createLiteralDT(String.valueOf(triples), XSDDatatype.XSDinteger));
            return node;
        }
    }
}
