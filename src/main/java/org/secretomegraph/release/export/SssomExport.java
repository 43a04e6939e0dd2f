package org.secretomegraph.release.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/**
 * Every mapping of the graph as one SSSOM 1.1 table (github.com/mapping-commons/sssom, sssom_schema.yaml): those of the
 * mapping sets with what their axioms say of them, and the genes' cross references, which HGNC asserts.
 */
public final class SssomExport implements Export {
    private static final String SSSOM = "https://w3id.org/sssom/";
    /** The standard's own word for data that come without a licence. */
    private static final String UNSPECIFIED = SSSOM + "license/unspecified";
    private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    private static final String HGNC = "https://www.genenames.org/";
    private static final List<String> PREDICATES =
            List.of(SKOS + "exactMatch", SKOS + "closeMatch", SKOS + "broadMatch",
                    SKOS + "narrowMatch", SKOS + "relatedMatch");
    private static final List<String> COLUMNS = List.of("subject_id", "subject_label", "predicate_id", "object_id",
            "object_label", "mapping_justification", "license", "mapping_provider", "mapping_date", "confidence",
            "comment");
    /** Columns that an axiom of a mapping may fill, by their names in the SSSOM vocabulary. */
    private static final List<String> FROM_AXIOM = List.of("mapping_justification", "license", "mapping_provider",
            "mapping_date", "confidence", "comment", "object_label");

    /** The IRI of the set, after the namespace; the server answers there. */
    public static final String NAME = "mappings/all.sssom.tsv";

    @Override
    public ExportResult of(Snapshot snapshot) {
        return ExportResult.single("secretome-graph.sssom.tsv", table(snapshot.dataset()));
    }

    /** The whole table of a dataset whose default graph is the union of the others. */
    public static String table(DatasetGraph dataset) {
        Graph union = dataset.getDefaultGraph();
        TsvWriter table = new TsvWriter(COLUMNS);
        TreeSet<String> prefixes = new TreeSet<>(List.of("scso", "semapv", "skos"));
        List<Map<String, String>> rows = new ArrayList<>();
        Iter.asStream(dataset.listGraphNodes()).filter(Node::isURI)
                .filter(name -> name.getURI().startsWith(NamedGraphs.mappings("").getURI())).sorted(NodeView.ORDER)
                .forEach(name -> rows.addAll(ofSet(union, dataset.getGraph(name))));
        rows.addAll(ofGenes(union, rows.stream().map(SssomExport::key).toList()));
        rows.stream().distinct().forEach(row -> {
            Stream.of("subject_id", "predicate_id", "object_id").map(row::get).filter(id -> !id.contains("//"))
                    .forEach(id -> prefixes.add(id.substring(0, id.indexOf(':'))));
            table.add(row);
        });
        return header(NodeView.ontology(union), prefixes) + table.sorted();
    }

    private static String key(Map<String, String> row) {
        return row.get("subject_id") + " " + row.get("object_id");
    }

    private static List<Map<String, String>> ofSet(Graph union, Graph set) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String predicate : PREDICATES) {
            set.stream(Node.ANY, NodeFactory.createURI(predicate), Node.ANY)
                    .filter(t -> t.getSubject().isURI() && t.getObject().isURI())
                    .forEach(t -> rows.add(row(union, set, t)));
        }
        return rows;
    }

    private static Map<String, String> row(Graph union, Graph set, Triple mapping) {
        Map<String, String> row = ids(union, mapping.getSubject(), mapping.getPredicate().getURI(),
                mapping.getObject().getURI());
        row.put("mapping_justification", "semapv:UnspecifiedMatching");
        set.stream(Node.ANY, OWL2.annotatedSource.asNode(), mapping.getSubject()).map(Triple::getSubject)
                .filter(a -> set.contains(a, OWL2.annotatedProperty.asNode(), mapping.getPredicate()))
                .filter(a -> set.contains(a, OWL2.annotatedTarget.asNode(), mapping.getObject()))
                .map(a -> new NodeView(set, a))
                .forEach(axiom -> FROM_AXIOM.forEach(column -> axiom.text(property(column))
                        .ifPresent(value -> row.put(column, column.equals("mapping_justification")
                                ? ExportCuries.curieOrIri(value) : value))));
        return row;
    }

    /** SSSOM borrows some of its properties from older vocabularies. */
    private static Node property(String column) {
        return switch (column) {
            case "license" -> Terms.license;
            case "mapping_date" -> Terms.created;
            case "comment" -> RDFS.comment.asNode();
            default -> NodeFactory.createURI(SSSOM + column);
        };
    }

    /**
     * A gene's record elsewhere is the same gene. Its protein or hairpin is not the same thing, though our node stands
     * for either; so the weaker, related match.
     */
    private static List<Map<String, String>> ofGenes(Graph union, List<String> known) {
        List<Map<String, String>> rows = new ArrayList<>();
        Stream.concat(CrossReferences.SAME_GENE.stream(), CrossReferences.ITS_PRODUCT.stream()).forEach(
                property -> union.stream(Node.ANY, property, Node.ANY).filter(t -> t.getObject().isURI()).forEach(t -> {
                    String predicate = CrossReferences.SAME_GENE.contains(property) ? "exactMatch" : "relatedMatch";
                    Map<String, String> row = ids(union, t.getSubject(), SKOS + predicate, t.getObject().getURI());
                    row.put("mapping_justification", "semapv:UnspecifiedMatching");
                    row.put("mapping_provider", HGNC);
                    row.put("comment", "Cross reference in the HGNC complete set");
                    rows.add(row);
                }));
        return rows.stream().filter(row -> !known.contains(key(row))).toList();
    }

    private static Map<String, String> ids(Graph union, Node subject, String predicate, String object) {
        Map<String, String> row = new HashMap<>();
        row.put("subject_id", ExportCuries.curieOrIri(subject.getURI()));
        row.put("subject_label", new NodeView(union, subject).label());
        row.put("predicate_id", ExportCuries.curieOrIri(predicate));
        row.put("object_id", ExportCuries.curieOrIri(object));
        NodeView target = new NodeView(union, NodeFactory.createURI(object));
        row.put("object_label", target.has(RDFS.label.asNode()) ? target.label() : "");
        return row;
    }

    private static String header(NodeView ontology, TreeSet<String> prefixes) {
        StringBuilder text = new StringBuilder("# sssom_version: \"1.1\"\n# curie_map:\n");
        prefixes.forEach(p -> text.append("#   ").append(p).append(": \"")
                .append(ExportCuries.namespace(p))
                .append("\"\n"));
        text.append("# mapping_set_id: ").append(Scso.NS).append(NAME).append('\n');
        text.append("# mapping_set_title: Mappings of the Secretome Graph\n");
        ontology.text(OWL2.versionInfo.asNode())
                .ifPresent(v -> text.append("# mapping_set_version: \"").append(v).append("\"\n"));
        ontology.text(Terms.issued).ifPresent(d -> text.append("# publication_date: \"").append(d).append("\"\n"));
        text.append("# creator_id:\n#   - \"scso:curators\"\n");
        text.append("# license: \"").append(ontology.text(Terms.license).orElse(UNSPECIFIED)).append("\"\n");
        return text.toString();
    }
}
