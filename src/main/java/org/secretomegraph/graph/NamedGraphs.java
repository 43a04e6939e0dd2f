package org.secretomegraph.graph;

import java.util.Set;
import org.apache.jena.graph.Node;
import org.secretomegraph.vocab.Scso;

/** The names of the graphs in the dataset. The default graph is the union of them all. */
public final class NamedGraphs {
    public static final Node ONTOLOGY = Scso.term("graph/ontology");
    public static final Node LINKS = Scso.term("graph/links");
    public static final Node ENTAILMENTS = Scso.term("graph/entailments");

    /** Where a triple goes that is written without a graph. */
    public static final Node DATA = Scso.term("graph/data");
    /** Graphs that follow from the others and cannot be written. */
    static final Set<Node> DERIVED = Set.of(LINKS, ENTAILMENTS);

    private static final String IMPORTED = "graph/imported/";

    private NamedGraphs() {}

    /** A slice of a source ontology, for example {@code go}. */
    public static Node importOf(String source) {
        return Scso.term("graph/import/" + source);
    }

    /** A curation set, named after its sheet. */
    public static Node curation(String set) {
        return Scso.term("graph/curation/" + set);
    }

    /** What was imported from a file of another database, for example format {@code gaf}. */
    public static Node imported(String format, String file) {
        return Scso.term(IMPORTED + format + "/" + file);
    }

    /** Whether a graph holds what was imported from a file of another database. */
    public static boolean isImported(Node graph) {
        return graph.isURI() && graph.getURI().startsWith(Scso.NS + IMPORTED);
    }

    /** A mapping set. */
    public static Node mappings(String set) {
        return Scso.term("graph/mappings/" + set);
    }
}
