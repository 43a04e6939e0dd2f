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
 * A description of the endpoint in RDF, the response to a GET without a query (<a
 * href="https://www.w3.org/TR/sparql11-service-description/">SPARQL 1.1 Service Description</a>), with the sizes of the
 * graphs in VoID (<a href="https://www.w3.org/TR/void/#sparql-sd">VoID, section 6.5</a>). Formats have the IRIs of the
 * <a href="http://www.w3.org/ns/formats/">list of W3C</a>.
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

    /** The sizes of the graphs at one version: counting them for each request would be expensive. */
    private record Sizes(String version, long union, Map<Node, Long> named) {}

    /**
     * @param versions     the version of the dataset
     * @param federated    whether SERVICE is allowed to any endpoint
     * @param takesUpdates whether there is an update endpoint
     */
    public ServiceDescription(DatasetGraph dataset, GraphVersions versions, boolean federated, boolean takesUpdates) {
        this.dataset = dataset;
        this.versions = versions;
        this.federated = federated;
        this.takesUpdates = takesUpdates;
    }

    /** Sends the description in the RDF syntax that the client prefers, Turtle by default. In a READ transaction. */
    void respond(HttpAction action) {
        Lang lang = ContentNegotiation.choose(action.getRequest(), GraphStoreReader.GRAPH_MEDIA_TYPES)
                .map(RDFLanguages::contentTypeToLang).orElse(Lang.TTL);
        action.setResponseHeader("Vary", "Accept");
        Graph result = of(URI.create(action.getRequest().getRequestURL().toString()));
        ActionLib.graphResponse(action, result, lang);
    }

    /** The description of the endpoint at an address. */
    Graph of(URI endpoint) {
        Description result = new Description(GraphFactory.createDefaultGraph());
        Map.of("sd", Terms.SD, "void", Terms.VOID, "formats", FORMATS, "rdfs", RDFS.getURI())
                .forEach(result.graph.getPrefixMapping()::setNsPrefix);
        Node service = result.service(NodeFactory.createBlankNode(), endpoint);
        Stream.of("SPARQL10Query", "SPARQL11Query")
                .forEach(language -> result.add(service, "supportedLanguage", sd(language)));
        RESULT_FORMATS.forEach(format -> result.add(service, "resultFormat", NodeFactory.createURI(FORMATS + format)));
        features(result, service);
        updates(result, endpoint);
        dataset(result, service, endpoint);
        return result.graph;
    }

    private void features(Description result, Node service) {
        result.add(service, "feature", sd("UnionDefaultGraph"));
        if (federated) {
            result.add(service, "feature", sd("BasicFederatedQuery"));
        }
        result.add(service, "defaultEntailmentRegime",
                result.typed(NodeFactory.createURI(SIMPLE_ENTAILMENT), "EntailmentRegime"));
        result.add(service, "languageExtension",
                result.typed(NodeFactory.createURI(Syntax.syntaxARQ.getSymbol()), "Feature"));
        if (VersionedTextIndex.search(dataset.getContext()).isPresent()) {
            result.add(service, "propertyFeature", result.typed(NodeFactory.createURI(TEXT_QUERY), "Feature"));
        }
    }

    /**
     * Updates have an endpoint of their own. It has an IRI here: a client that takes any blank node for the service
     * that it queries, as Comunica does, would send its queries there.
     */
    private void updates(Description result, URI endpoint) {
        if (takesUpdates) {
            URI update = endpoint.resolve(ServerPaths.DATASET + "/update");
            Node other = result.service(NodeFactory.createURI(update.toString()), update);
            result.add(other, "supportedLanguage", sd("SPARQL11Update"));
        }
    }

    private void dataset(Description result, Node service, URI endpoint) {
        Sizes now = sizes();
        Node data = result.typed(NodeFactory.createBlankNode(), "Dataset");
        result.add(service, "defaultDataset", data);
        result.add(data, "defaultGraph", result.sized(now.union()));
        if (now.named().containsKey(NamedGraphs.VOID)) {
            Node description = NodeFactory.createURI(endpoint.resolve("/.well-known/void").toString());
            result.graph.add(data, RDFS.seeAlso.asNode(), description);
            result.graph.add(description, RDF.type.asNode(), NodeFactory.createURI(Terms.VOID + "DatasetDescription"));
        }
        now.named().forEach((name, size) -> {
            Node named = result.typed(NodeFactory.createBlankNode(), "NamedGraph");
            result.add(data, "namedGraph", named);
            result.add(named, "name", name);
            result.add(named, "graph", result.sized(size));
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

    /** The description while it is built. */
    private record Description(Graph graph) {
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
