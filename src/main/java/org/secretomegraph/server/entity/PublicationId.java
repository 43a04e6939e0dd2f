package org.secretomegraph.server.entity;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/**
 * An identifier of a publication. One of them is the IRI of the publication, the others are values of properties; any
 * of them finds the publication.
 *
 * @param property the property of the identifier
 * @param number   its value in the graph
 */
public record PublicationId(Node property, String number) {
    private static final Pattern DOI = Pattern.compile("https?://(?:dx\\.|www\\.)?doi\\.org/(10\\..+)");
    private static final Pattern PUBMED = Pattern.compile(
            "https?://(?:pubmed\\.ncbi\\.nlm\\.nih\\.gov|(?:www\\.)?ncbi\\.nlm\\.nih\\.gov/pubmed)/(\\d+)/?");
    private static final Pattern PMC = Pattern.compile(
            "https?://(?:pmc\\.ncbi\\.nlm\\.nih\\.gov|(?:www\\.)?ncbi\\.nlm\\.nih\\.gov/pmc)/articles/(PMC\\d+)/?");

    /**
     * @param prefix of a CURIE, in any case
     * @param local  its local part
     */
    public static Optional<PublicationId> of(String prefix, String local) {
        return switch (prefix.toUpperCase(Locale.ROOT)) {
            case "DOI" -> Optional.of(new PublicationId(Terms.doi, local.toLowerCase(Locale.ROOT)));
            case "PMID" -> Optional.of(new PublicationId(Terms.pmid, local));
            case "PMC", "PMCID" -> Optional.of(new PublicationId(Scso.pmcid, local.toUpperCase(Locale.ROOT)));
            default -> Optional.empty();
        };
    }

    /** Of an address at the DOI resolver, PubMed or PubMed Central, in the old or the new form. */
    public static Optional<PublicationId> ofAddress(String iri) {
        return Stream.of(of("DOI", DOI, iri), of("PMID", PUBMED, iri), of("PMC", PMC, iri)).flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<PublicationId> of(String prefix, Pattern form, String iri) {
        Matcher address = form.matcher(iri);
        return address.matches() ? of(prefix, address.group(1)) : Optional.empty();
    }

    /** The publication with this identifier; the first by IRI when there are several. */
    public Optional<Node> in(Graph graph) {
        return graph.stream(Node.ANY, property, NodeFactory.createLiteralString(number)).map(Triple::getSubject)
                .filter(Node::isURI).min(Comparator.comparing(Node::getURI));
    }
}
