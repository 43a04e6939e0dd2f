package org.secretomegraph.graph.describe;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.graph.MetadataGraph;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.vocab.Curie;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/**
 * What the whole dataset holds, in the words of the <a href="https://www.w3.org/TR/void/">Vocabulary of Interlinked
 * Datasets</a>: metadata, access, counts, partitions by class and property, one subset for each named graph, and
 * linksets to other datasets. Partitions are nested as the void-generator of SIB nests them
 * (https://github.com/JervenBolleman/void-generator): class, then property, then the classes or datatypes of the
 * values. Editors offer classes and properties by them. They are those of the union graph, which queries see; the
 * subset of a named graph has flat partitions only, so that such an editor is not told the same twice.
 */
public final class VoidDescription implements MetadataGraph {
    /** The dataset as a whole. */
    public static final Node DATASET = Scso.term("dataset");
    /** The permanent address of the SPARQL endpoint. */
    public static final Node ENDPOINT = Scso.term("sparql");
    /** The whole dataset as one file. */
    public static final Node DUMP = Scso.term("dataset.nq.gz");
    private static final Node ONTOLOGY = NodeFactory.createURI(Scso.NS.replaceFirst("/$", ""));
    private static final String FOAF = "http://xmlns.com/foaf/0.1/";
    private static final String FORMATS = "http://www.w3.org/ns/formats/";
    private static final List<Node> METADATA = List.of(Terms.description, Terms.license, Terms.creator, Terms.created,
            Terms.issued, Terms.source, OWL2.versionInfo.asNode());
    private static final int EXAMPLES = 3;

    @Override
    public Node name() {
        return NamedGraphs.VOID;
    }

    @Override
    public Graph of(DatasetGraph named, Graph union) {
        Statements told = new Statements();
        document(told);
        metadata(told, union);
        access(told, union);
        EncodedQuads quads = EncodedQuads.of(named, graph -> !graph.equals(NamedGraphs.VOID));
        DatasetStatistics census = DatasetStatistics.of(quads, graph -> true);
        counts(told, DATASET, census);
        vocabularies(told, census);
        partitions(told, census);
        quads.graphs().stream().filter(Node::isURI)
                .forEach(g -> subset(told, g, DatasetStatistics.of(quads, g::equals)));
        Linksets.of(quads, told);
        return told.graph();
    }

    private static void document(Statements told) {
        told.add(NamedGraphs.VOID, RDF.type.asNode(), told.term("DatasetDescription"));
        told.add(NamedGraphs.VOID, NodeFactory.createURI(FOAF + "primaryTopic"), DATASET);
        told.add(NamedGraphs.VOID, Terms.title, english("What the Secretome Graph holds, in numbers"));
        told.add(NamedGraphs.VOID, Terms.description, english("Counted over all graphs but this one; links to"
                + " other datasets over those whose statements are asserted and not derived."));
    }

    private static void metadata(Statements told, Graph union) {
        told.add(DATASET, RDF.type.asNode(), told.term("Dataset"));
        told.add(DATASET, Terms.title, english("Secretome Graph"));
        for (Node property : METADATA) {
            union.find(ONTOLOGY, property, Node.ANY).forEachRemaining(t -> told.add(DATASET, property, t.getObject()));
        }
        told.add(DATASET, NodeFactory.createURI(FOAF + "homepage"), ONTOLOGY);
        told.add(DATASET, told.term("rootResource"), ONTOLOGY);
    }

    private static void access(Statements told, Graph union) {
        told.add(DATASET, told.term("sparqlEndpoint"), ENDPOINT);
        told.add(DATASET, told.term("uriSpace"), NodeFactory.createLiteralString(Scso.NS));
        Stream.of("Turtle", "N-Triples", "RDF_XML", "JSON-LD")
                .forEach(format -> told.add(DATASET, told.term("feature"), NodeFactory.createURI(FORMATS + format)));
        told.add(DATASET, told.term("dataDump"), DUMP);
        Stream.of(Scso.subject, RDFS.subClassOf.asNode()).forEach(property -> union.stream(Node.ANY, property, Node.ANY)
                .map(t -> t.getSubject()).filter(n -> n.isURI() && n.getURI().startsWith(Scso.NS))
                .map(Node::getURI).distinct().sorted().limit(EXAMPLES)
                .forEach(iri -> told.add(DATASET, told.term("exampleResource"), NodeFactory.createURI(iri))));
    }

    private static void counts(Statements told, Node dataset, DatasetStatistics census) {
        told.count(dataset, "triples", census.triples());
        told.count(dataset, "entities", census.entities());
        told.count(dataset, "distinctSubjects", census.subjects());
        told.count(dataset, "distinctObjects", census.objects());
        told.count(dataset, "classes", census.classes().size());
        told.count(dataset, "properties", census.properties().size());
    }

    /** The namespaces that properties and classes are taken from; numbered terms are data, not vocabulary. */
    private static void vocabularies(Statements told, DatasetStatistics census) {
        TreeSet<String> namespaces = new TreeSet<>();
        Stream.concat(census.properties().keySet().stream(), census.classes().keySet().stream()).map(Node::getURI)
                .filter(iri -> Curie.compact(iri).isEmpty()).map(iri -> iri.replaceFirst("[^/#]*$", ""))
                .forEach(namespaces::add);
        namespaces.forEach(ns -> told.add(DATASET, told.term("vocabulary"), NodeFactory.createURI(ns)));
    }

    private static void partitions(Statements told, DatasetStatistics census) {
        census.properties().forEach((property, tally) -> told.property(DATASET, "", property, tally));
        census.classes().forEach((type, members) -> {
            Node partition = told.partition(DATASET, "", type, members);
            members.properties().forEach((property, tally) -> told.property(partition, type.getURI(), property, tally));
        });
    }

    private static void subset(Statements told, Node graph, DatasetStatistics census) {
        told.add(DATASET, told.term("subset"), graph);
        told.add(graph, RDF.type.asNode(), told.term("Dataset"));
        told.add(graph, RDF.type.asNode(), NodeFactory.createURI(Terms.SD + "NamedGraph"));
        told.add(graph, NodeFactory.createURI(Terms.SD + "name"), graph);
        counts(told, graph, census);
        census.classes().forEach((type, members) -> told.partition(graph, graph.getURI(), type, members));
        census.properties().forEach((property, tally) -> {
            Node partition = told.node("property", graph.getURI(), property.getURI());
            told.add(graph, told.term("propertyPartition"), partition);
            told.add(partition, told.term("property"), property);
            told.count(partition, "triples", tally.triples());
        });
    }

    private static Node english(String text) {
        return NodeFactory.createLiteralLang(text, "en");
    }

    /** The description as it grows. */
    static final class Statements {
        private final Graph graph = GraphFactory.createDefaultGraph();

        Graph graph() {
            return graph;
        }

        Node term(String name) {
            return NodeFactory.createURI(Terms.VOID + name);
        }

        void add(Node subject, Node property, Node object) {
            graph.add(subject, property, object);
        }

        void count(Node subject, String property, long number) {
            add(subject, term(property), NodeFactory.createLiteralDT(String.valueOf(number),
                    XSDDatatype.XSDinteger));
        }

        /** A part's IRI, made of what it is: the same part has the same IRI next time. */
        Node node(String kind, String... iris) {
            String last = iris[iris.length - 1].replaceFirst("^.*[/#]", "").replaceAll("[^A-Za-z0-9_-]", "");
            UUID hash = UUID.nameUUIDFromBytes((kind + " " + String.join(" ", iris)).getBytes(StandardCharsets.UTF_8));
            return NodeFactory.createURI(NamedGraphs.VOID.getURI() + "#" + kind + "-" + last + "-"
                    + hash.toString().substring(0, 13));
        }

        private Node partition(Node whole, String within, Node type, DatasetStatistics.Members members) {
            Node partition = node("class", within, type.getURI());
            add(whole, term("classPartition"), partition);
            add(partition, RDF.type.asNode(), term("Dataset"));
            add(partition, term("class"), type);
            count(partition, "entities", members.entities());
            count(partition, "triples", members.triples());
            return partition;
        }

        private void property(Node whole, String within, Node property, DatasetStatistics.Tally tally) {
            Node partition = node("property", within, property.getURI());
            add(whole, term("propertyPartition"), partition);
            add(partition, RDF.type.asNode(), term("Dataset"));
            add(partition, term("property"), property);
            count(partition, "triples", tally.triples());
            if (tally.subjects() > 0) {
                count(partition, "distinctSubjects", tally.subjects());
                count(partition, "distinctObjects", tally.objects());
            }
            for (Map.Entry<Node, Long> type : tally.objectClasses().entrySet()) {
                Node objects = node("objects", within, property.getURI(), type.getKey().getURI());
                add(partition, term("classPartition"), objects);
                add(objects, term("class"), type.getKey());
                count(objects, "triples", type.getValue());
            }
            for (Map.Entry<Node, Long> datatype : tally.datatypes().entrySet()) {
                Node values = node("values", within, property.getURI(), datatype.getKey().getURI());
                add(partition, NodeFactory.createURI(Terms.VOID_EXT + "datatypePartition"), values);
                add(values, NodeFactory.createURI(Terms.VOID_EXT + "datatype"), datatype.getKey());
                count(values, "triples", datatype.getValue());
            }
        }
    }
}
