package org.secretomegraph.linking.slice;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.report.Location;

/** What the graph itself says about the terms of other ontologies: which it uses, and which slices it holds. */
public final class TermUsage {
    static final String GRAPH = "the bundled graph";

    private final DatasetGraph dataset;

    public TermUsage(Snapshot graph) {
        this.dataset = graph.dataset();
    }

    /** The slice of an ontology; empty when the graph holds none. */
    Graph slice(String ontology) {
        return dataset.getGraph(NamedGraphs.importOf(ontology));
    }

    /** The slices, without what follows from them. */
    public List<Graph> slices() {
        Set<Node> names = new HashSet<>();
        dataset.listGraphNodes().forEachRemaining(name -> {
            if (NamedGraphs.isSlice(name)) {
                names.add(name);
            }
        });
        return names.stream().sorted((a, b) -> a.getURI().compareTo(b.getURI())).map(dataset::getGraph).toList();
    }

    /** Whether a term has a label outside of the slice of an ontology. */
    boolean isKnownOutside(String ontology, String term) {
        Iterator<Quad> labels = dataset.find(Node.ANY, NodeFactory.createURI(term),
                RDFS.label.asNode(), Node.ANY);
        Node own = NamedGraphs.importOf(ontology);
        boolean found = false;
        while (labels.hasNext()) {
            Quad label = labels.next();
            found |= !label.isDefaultGraph() && !label.getGraph().equals(own);
        }
        return found;
    }

    /**
     * The terms that claims, mappings, our ontology and the slices of others refer to.
     *
     * @param isOf which terms count
     */
    List<SeedTerm> of(String ontology, Predicate<String> isOf) {
        Set<Node> apart = Set.of(NamedGraphs.importOf(ontology), NamedGraphs.ENTAILMENTS, NamedGraphs.LINKS,
                NamedGraphs.QUESTIONS, NamedGraphs.VOID);
        Set<String> used = new TreeSet<>();
        dataset.listGraphNodes().forEachRemaining(name -> {
            if (!apart.contains(name)) {
                takeFrom(dataset.getGraph(name), isOf, used);
            }
        });
        return used.stream().map(term -> new SeedTerm(term, Location.inGraph(GRAPH, term, ""))).toList();
    }

    /** Annotation properties are how something is said and not what: no slice holds them. */
    private static void takeFrom(Graph graph, Predicate<String> isOf, Set<String> used) {
        graph.stream().flatMap(t -> Stream.of(t.getSubject(), t.getObject())).distinct()
                .filter(node -> node.isURI() && isOf.test(node.getURI()))
                .filter(node -> !graph.contains(node, RDF.type.asNode(), OWL2.AnnotationProperty.asNode()))
                .forEach(node -> used.add(node.getURI()));
    }
}
