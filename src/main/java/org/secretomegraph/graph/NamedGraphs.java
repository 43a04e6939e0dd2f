package org.secretomegraph.graph;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.secretomegraph.vocab.Scso;

/** The names of the graphs in the dataset. The default graph is the union of them all. */
public final class NamedGraphs {
    public static final Node ONTOLOGY = Scso.term("graph/ontology");
    public static final Node LINKS = Scso.term("graph/links");
    public static final Node ENTAILMENTS = Scso.term("graph/entailments");

    /** The questions of the catalogue, as RDF. */
    public static final Node QUESTIONS = Scso.term("graph/questions");
    /** What the graph holds, in numbers: the VoID description. */
    public static final Node VOID = Scso.term("graph/void");

    /** Where a triple goes that is written without a graph. */
    public static final Node DATA = Scso.term("graph/data");
    /** Metadata graphs, which describe the others: nothing is derived from them. */
    public static final Set<Node> DESCRIPTIONS = Set.of(QUESTIONS, VOID);
    /** Graphs that are derived from the others and cannot be edited. */
    public static final Set<Node> DERIVED = Set.of(LINKS, ENTAILMENTS, QUESTIONS, VOID);
    /** Graphs that no entailment is drawn from. */
    public static final Set<Node> NO_PREMISES = Set.of(ENTAILMENTS, QUESTIONS, VOID);

    private static final String SLICE = "graph/import/";
    private static final String CURATION = "graph/curation/";
    private static final String NOT_IN_IRI = "\"#%<>?\\^`{|}";
    private static final Pattern PERCENT = Pattern.compile("%([0-9A-F]{2})");
    private static final String IMPORTED = "graph/imported/";

    private NamedGraphs() {}

    /** How many triples there are, without those of the metadata graphs. */
    public static int triples(DatasetGraph dataset) {
        int all = dataset.getDefaultGraph().size();
        return all - DESCRIPTIONS.stream().filter(dataset::containsGraph)
                .mapToInt(name -> dataset.getGraph(name).size()).sum();
    }

    /** A slice of a source ontology, for example {@code go}. */
    public static Node importOf(String source) {
        return Scso.term(SLICE + source);
    }

    /** Whether a graph is a slice of a source ontology. */
    public static boolean isSlice(Node graph) {
        return startsWith(graph, SLICE);
    }

    /** Whether a graph is a curation set. */
    public static boolean isCuration(Node graph) {
        return startsWith(graph, CURATION);
    }

    /** A curation set, named after its sheet. What an IRI cannot hold (RFC 3987, section 2.2) is percent-encoded. */
    public static Node curation(String set) {
        StringBuilder name = new StringBuilder();
        set.codePoints().forEach(c -> name.append(c <= ' ' || c == 0x7F || NOT_IN_IRI.indexOf(c) >= 0
                ? "%%%02X".formatted(c) : Character.toString(c)));
        return Scso.term(CURATION + name);
    }

    /** The name of the sheet that a graph was made of. */
    public static String sheetOf(Node curation) {
        String name = curation.getURI().substring(Scso.term(CURATION).getURI().length());
        return PERCENT.matcher(name).replaceAll(m -> Matcher.quoteReplacement(
                String.valueOf((char) Integer.parseInt(m.group(1), 16))));
    }

    /** What was imported from a file of another database, for example format {@code gaf}. */
    public static Node imported(String format, String file) {
        return Scso.term(IMPORTED + format + "/" + file);
    }

    /** Whether a graph holds what was imported from a file of another database. */
    public static boolean isImported(Node graph) {
        return startsWith(graph, IMPORTED);
    }

    private static boolean startsWith(Node graph, String name) {
        return graph.isURI() && graph.getURI().startsWith(Scso.NS + name);
    }

    /** A mapping set. */
    public static Node mappings(String set) {
        return Scso.term("graph/mappings/" + set);
    }
}
