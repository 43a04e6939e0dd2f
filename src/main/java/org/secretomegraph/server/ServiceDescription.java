package org.secretomegraph.server;

import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.web.MediaType;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.fuseki.DEF;
import org.apache.jena.fuseki.servlets.ActionLib;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/** What the endpoint can do, in RDF (SPARQL 1.1 Service Description): what a GET without a query is answered with. */
final class ServiceDescription {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String VOID = "http://rdfs.org/ns/void#";
    private static final String FORMATS = "http://www.w3.org/ns/formats/";
    private static final List<String> RESULT_FORMATS = List.of("SPARQL_Results_JSON", "SPARQL_Results_XML",
            "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle", "N-Triples", "RDF_XML", "JSON-LD", "TriG", "N-Quads");

    private final DatasetGraph dataset;
    private final boolean federated;

    ServiceDescription(DatasetGraph dataset, boolean federated) {
        this.dataset = dataset;
        this.federated = federated;
    }

    /** Answers in the RDF syntax that the asker prefers, Turtle by default. */
    void answer(HttpAction action) {
        MediaType chosen = ActionLib.contentNegotation(action, DEF.rdfOffer, DEF.acceptTurtle);
        Lang lang = RDFLanguages.contentTypeToLang(chosen.getContentTypeStr());
        ActionLib.graphResponse(action, of(action.getRequest().getRequestURL().toString()), lang == null ? Lang.TTL : lang);
    }

    /** The description of the endpoint at an address. */
    Graph of(String endpoint) {
        Graph graph = GraphFactory.createDefaultGraph();
        Map.of("sd", SD, "void", VOID, "formats", FORMATS).forEach(graph.getPrefixMapping()::setNsPrefix);
        Node service = NodeFactory.createBlankNode();
        add(graph, service, RDF.type.asNode(), sd("Service"));
        add(graph, service, sd("endpoint"), NodeFactory.createURI(endpoint));
        add(graph, service, sd("supportedLanguage"), sd("SPARQL10Query"));
        add(graph, service, sd("supportedLanguage"), sd("SPARQL11Query"));
        add(graph, service, sd("feature"), sd("UnionDefaultGraph"));
        if (federated) {
            add(graph, service, sd("feature"), sd("BasicFederatedQuery"));
        }
        RESULT_FORMATS.forEach(f -> add(graph, service, sd("resultFormat"), NodeFactory.createURI(FORMATS + f)));
        Node data = NodeFactory.createBlankNode();
        add(graph, service, sd("defaultDataset"), data);
        add(graph, data, RDF.type.asNode(), sd("Dataset"));
        add(graph, data, sd("defaultGraph"), sized(graph, dataset.getDefaultGraph()));
        dataset.listGraphNodes().forEachRemaining(name -> {
            Node named = NodeFactory.createBlankNode();
            add(graph, data, sd("namedGraph"), named);
            add(graph, named, RDF.type.asNode(), sd("NamedGraph"));
            add(graph, named, sd("name"), name);
            add(graph, named, sd("graph"), sized(graph, dataset.getGraph(name)));
        });
        return graph;
    }

    private static Node sized(Graph graph, Graph described) {
        Node node = NodeFactory.createBlankNode();
        add(graph, node, RDF.type.asNode(), sd("Graph"));
        add(graph, node, NodeFactory.createURI(VOID + "triples"),
                NodeFactory.createLiteralDT(String.valueOf(described.size()), XSDDatatype.XSDinteger));
        return node;
    }

    private static void add(Graph graph, Node subject, Node predicate, Node object) {
        graph.add(subject, predicate, object);
    }

    private static Node sd(String name) {
        return NodeFactory.createURI(SD + name);
    }
}
