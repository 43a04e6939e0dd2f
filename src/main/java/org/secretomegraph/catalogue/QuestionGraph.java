package org.secretomegraph.catalogue;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.secretomegraph.graph.MetadataGraph;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.describe.VoidDescription;
import org.secretomegraph.vocab.Curie;
import org.secretomegraph.vocab.Prefixes;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/**
 * The questions as RDF, so that editors and other tools find them at the endpoint: each a {@code sh:SPARQLExecutable}
 * with
 * its text, its keywords and its endpoint, as the SIB SPARQL examples have them
 * (https://github.com/sib-swiss/sparql-examples), and the prefixes that people type, as {@code sh:declare} (SHACL,
 * section
 * 5.2.1, https://www.w3.org/TR/shacl/#sparql-prefixes). A question with parameters is written with their defaults,
 * or with examples of what must be given. What it ensures is a {@code skos:note}.
 */
public final class QuestionGraph implements MetadataGraph {
    private static final String SH = "http://www.w3.org/ns/shacl#";
    private static final String SPEX = "https://purl.expasy.org/sparql-examples/ontology#";
    private static final String SCHEMA = "https://schema.org/";
    private static final Node PREFIXES = Scso.term("question/prefixes");

    private final Supplier<Catalogue> catalogue;

    /** @param catalogue read when the graph is made */
    public QuestionGraph(Supplier<Catalogue> catalogue) {
        this.catalogue = catalogue;
    }

    /** The IRI of a question. */
    public static Node iri(Question question) {
        return Scso.term("question/" + question.name());
    }

    @Override
    public Node name() {
        return NamedGraphs.QUESTIONS;
    }

    @Override
    public Graph of(DatasetGraph named, Graph union) {
        Graph graph = GraphFactory.createDefaultGraph();
        Catalogue questions = catalogue.get();
        prefixes(questions).forEach((prefix, namespace) -> declare(graph, prefix, namespace));
        graph.add(PREFIXES, RDF.type.asNode(), OWL2.Ontology.asNode());
        graph.add(PREFIXES, Terms.title, NodeFactory.createLiteralLang("Prefixes of the questions", "en"));
        graph.add(PREFIXES, Terms.license, NodeFactory.createURI("https://creativecommons.org/licenses/by/4.0/"));
        questions.questions().forEach(question -> add(graph, question));
        return graph;
    }

    /** Those that the server knows, those that identifiers are written with, and those that the questions declare. */
    private static Map<String, String> prefixes(Catalogue questions) {
        Map<String, String> all = new TreeMap<>();
        questions.questions().forEach(q -> q.query().getPrefixMapping().getNsPrefixMap().forEach(all::putIfAbsent));
        Prefixes.standard().forEach(all::putIfAbsent);
        Curie.prefixes().stream().filter(p -> !p.equals("SCSO"))
                .forEach(p -> all.putIfAbsent(p, Curie.namespace(p).orElseThrow()));
        return all;
    }

    private static void declare(Graph graph, String prefix, String namespace) {
        Node declaration = NodeFactory.createURI(PREFIXES.getURI() + "#" + prefix);
        graph.add(PREFIXES, sh("declare"), declaration);
        graph.add(declaration, sh("prefix"), NodeFactory.createLiteralString(prefix));
        graph.add(declaration, sh("namespace"), NodeFactory.createLiteralDT(namespace, XSDDatatype.XSDanyURI));
    }

    private static void add(Graph graph, Question question) {
        Node node = iri(question);
        Query query = question.query();
        Form form = Form.of(query);
        graph.add(node, RDF.type.asNode(), sh("SPARQLExecutable"));
        graph.add(node, RDF.type.asNode(), form.type());
        graph.add(node, RDFS.comment.asNode(), NodeFactory.createLiteralLang(question.summary(), "en"));
        graph.add(node, Terms.description, NodeFactory.createLiteralLang(question.description(), "en"));
        graph.add(node, sh("prefixes"), PREFIXES);
        graph.add(node, form.property(), NodeFactory.createLiteralString(text(question)));
        question.ensures().forEach(invariant -> graph.add(node, SKOS.note.asNode(),
                NodeFactory.createLiteralLang("Ensured: " + invariant.that(), "en")));
        question.tags().forEach(tag -> graph.add(node, NodeFactory.createURI(SCHEMA + "keywords"),
                NodeFactory.createLiteralString(tag)));
        graph.add(node, NodeFactory.createURI(SCHEMA + "target"), VoidDescription.ENDPOINT);
        services(query).forEach(service -> graph.add(node, NodeFactory.createURI(SPEX + "federatesWith"), service));
    }

    /** As it was written, unless there are values to put in. */
    private static String text(Question question) {
        return question.parameters().isEmpty() ? question.text().lines().filter(line -> !line.startsWith("#+"))
                .collect(Collectors.joining("\n")).strip() : question.asked(question.examples()).serialize().strip();
    }

    private static Set<Node> services(Query query) {
        Set<Node> services = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
        if (query.getQueryPattern() != null) {
            ElementWalker.walk(query.getQueryPattern(), new ElementVisitorBase() {
                @Override
                public void visit(ElementService element) {
                    if (element.getServiceNode().isURI()) {
                        services.add(element.getServiceNode());
                    }
                }
            });
        }
        return services;
    }

    private static Node sh(String name) {
        return NodeFactory.createURI(SH + name);
    }

    /** How a kind of query is told; SHACL has no word for DESCRIBE. */
    private record Form(Node type, Node property) {
        static Form of(Query query) {
            if (query.isDescribeType()) {
                return new Form(NodeFactory.createURI(SPEX + "SPARQLDescribeExecutable"),
                        NodeFactory.createURI(SPEX + "describe"));
            }
            String kind = query.isAskType() ? "Ask" : query.isConstructType() ? "Construct" : "Select";
            return new Form(sh("SPARQL" + kind + "Executable"), sh(kind.toLowerCase(Locale.ROOT)));
        }
    }
}
