package org.secretomegraph.curation.rdf;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SKOS;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.curation.read.SheetPrefixes;
import org.secretomegraph.graph.TermLabels;
import org.secretomegraph.vocab.Curie;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/**
 * A claim sheet from the claims of a graph: the way back from RDF to TSV. Claims stand in the order of their rows,
 * values of a cell in the order of their identifiers; columns that a sheet may leave out are there when a claim fills
 * them.
 */
public final class SheetWriter {
    private static final String PMC = "https://pmc.ncbi.nlm.nih.gov/articles/";

    private final Graph claims;
    private final Graph union;

    /**
     * @param claims the graph of one sheet
     * @param union  where labels are known
     */
    public SheetWriter(Graph claims, Graph union) {
        this.claims = claims;
        this.union = union;
    }

    /** The sheet of a graph; empty when it holds no claims. */
    public static Optional<String> of(Node graph, Graph claims, Graph union) {
        return claims.contains(Node.ANY, Scso.sourceRow, Node.ANY)
                ? Optional.of(new SheetWriter(claims, union).sheet(graph)) : Optional.empty();
    }

    /** The whole sheet. */
    public String sheet(Node graph) {
        List<ClaimColumn> columns = Stream.of(ClaimColumn.values()).filter(this::isInSheet).toList();
        String names = columns.stream().map(ClaimColumn::heading).collect(Collectors.joining("\t"));
        return header(graph) + names + "\n"
                + rows(columns).stream().map(row -> row + "\n").collect(Collectors.joining());
    }

    private boolean isInSheet(ClaimColumn column) {
        return !column.canBeLeftOut() || claims.contains(Node.ANY, column.property(), Node.ANY);
    }

    /** The rows below the names of all columns. */
    public List<String> rows() {
        return rows(List.of(ClaimColumn.values()));
    }

    /** The rows below these column names. */
    public List<String> rows(List<ClaimColumn> columns) {
        return claims.stream(Node.ANY, Scso.sourceRow, Node.ANY)
                .sorted(Comparator.comparingLong((Triple t) -> ((Number) t.getObject().getLiteralValue()).longValue())
                        .thenComparing(t -> t.getSubject().getURI()))
                .map(t -> row(t.getSubject(), columns)).toList();
    }

    private String header(Node graph) {
        StringBuilder text = new StringBuilder();
        entry(text, "title", one(graph, Terms.title));
        entry(text, "description", one(graph, Terms.description));
        entry(text, "curator", any(Terms.wasAttributedTo));
        entry(text, "licence", one(graph, Terms.license));
        entry(text, "date", any(Terms.created));
        text.append("# prefixes:\n");
        SheetPrefixes.USUAL.forEach(
                (prefix, address) -> text.append("#   ").append(prefix).append(": ").append(address).append('\n'));
        return text.toString();
    }

    /** Quoted when YAML would read more into it than a text. */
    private static void entry(StringBuilder text, String name, Optional<Node> value) {
        value.map(SheetWriter::lexical).ifPresent(v -> text.append("# ").append(name).append(": ")
                .append(v.matches("(?s)[A-Za-z0-9][^\"'#]*") && !v.contains(": ") ? v
                        : "\"" + v.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .append('\n'));
    }

    private Optional<Node> any(Node property) {
        return claims.stream(Node.ANY, property, Node.ANY).map(Triple::getObject)
                .max(Comparator.comparing(SheetWriter::lexical));
    }

    private String row(Node claim, List<ClaimColumn> columns) {
        Optional<Node> publication = one(claim, Scso.publication);
        return columns.stream().map(column -> quoted(cell(claim, publication, column)))
                .collect(Collectors.joining("\t"));
    }

    /** The one cell that needs quotation marks is one that would seem to begin with them. */
    private static String quoted(String cell) {
        return cell.startsWith("\"") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }

    private String cell(Node claim, Optional<Node> publication, ClaimColumn column) {
        return switch (column.content()) {
            case KEY -> claim.getURI().substring(Scso.claim("").getURI().length());
            case TERM, TERMS -> String.join(" | ", terms(claim, column));
            case LABEL -> terms(claim, column).stream().map(this::label).collect(Collectors.joining(" | "));
            case CODE -> one(claim, column.property()).map(this::word).orElse("");
            case TEXT -> column == ClaimColumn.REGISTRATION ? registrations(claim) : texts(claim, column.property());
            case PUBLICATION -> publication.map(p -> publication(p, column)).orElse("");
        };
    }

    private List<String> terms(Node claim, ClaimColumn column) {
        return claims.stream(claim, column.property(), Node.ANY).map(t -> t.getObject().getURI())
                .map(iri -> Curie.compact(iri).orElse(iri)).sorted().toList();
    }

    private String label(String curie) {
        return Curie.expand(curie).flatMap(iri -> TermLabels.of(NodeFactory.createURI(iri), union)).orElse("");
    }

    private String word(Node term) {
        return TermLabels.text(term, SKOS.notation.asNode(), union)
                .orElseGet(() -> term.getURI().substring(Scso.NS.length()));
    }

    private String texts(Node claim, Node property) {
        return String.join(" | ", new TreeSet<>(claims.stream(claim, property, Node.ANY)
                .map(t -> t.getObject().getLiteralLexicalForm()).toList()));
    }

    private String registrations(Node claim) {
        return claims.stream(claim, Scso.registration, Node.ANY)
                .flatMap(t -> claims.stream(t.getObject(), Scso.registeredAs, Node.ANY))
                .map(t -> t.getObject().getLiteralLexicalForm()).sorted().collect(Collectors.joining(" | "));
    }

    /** The address is the identifier of a publication that has no other. */
    private String publication(Node publication, ClaimColumn column) {
        if (column != ClaimColumn.URL) {
            return texts(publication, column.property());
        }
        boolean isNamed = Stream.of(Terms.doi, Terms.pmid, Scso.pmcid)
                .anyMatch(id -> claims.contains(publication, id, Node.ANY));
        return isNamed || publication.getURI().startsWith(PMC) ? "" : publication.getURI();
    }

    private Optional<Node> one(Node subject, Node property) {
        return claims.stream(subject, property, Node.ANY).map(Triple::getObject)
                .min(Comparator.comparing(SheetWriter::lexical));
    }

    private static String lexical(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
    }
}
