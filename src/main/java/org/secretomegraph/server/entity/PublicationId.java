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
 * A number by which a publication is known. One of them is the publication's IRI here, the others are said of it; who
 * has any of
 * them in hand looks for the same publication.
 *
 * @param property which number it is
 * @param number   as the graph writes it
 */
public record PublicationId(Node property, String number) {
    private static final Pattern DOI = Pattern.compile("https?://(?:dx\\.|www\\.)?doi\\.org/(10\\..+)");
    private static final Pattern PUBMED = Pattern.compile(
            "https?://(?:pubmed\\.ncbi\\.nlm\\.nih\\.gov|(?:www\\.)?ncbi\\.nlm\\.nih\\.gov/pubmed)/(\\d+)/?");
    private static final Pattern PMC = Pattern.compile(
            "https?://(?:pmc\\.ncbi\\.nlm\\.nih\\.gov|(?:www\\.)?ncbi\\.nlm\\.nih\\.gov/pmc)/articles/(PMC\\d+)/?");

    /** @param prefix of a CURIE, in any case @param local what stands behind it */
    public static Optional<PublicationId> of(String prefix, String local) {
        return switch (prefix.toUpperCase(Locale.ROOT)) {
            case "DOI" -> Optional.of(new PublicationId(Terms.doi, local.toLowerCase(Locale.ROOT)));
            case "PMID" -> Optional.of(new PublicationId(Terms.pmid, local));
            case "PMC", "PMCID" -> Optional.of(new PublicationId(Scso.pmcid, local.toUpperCase(Locale.ROOT)));
            default -> Optional.empty();
        };
    }

    /** Of an address at the DOI resolver, PubMed or PubMed Central, old or new. */
    public static Optional<PublicationId> ofAddress(String iri) {
        return Stream.of(of("DOI", DOI, iri), of("PMID", PUBMED, iri), of("PMC", PMC, iri)).flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<PublicationId> of(String prefix, Pattern form, String iri) {
        Matcher address = form.matcher(iri);
        return address.matches() ? of(prefix, address.group(1)) : Optional.empty();
    }

    /** The publication of that number; the first by IRI, should there be two. */
    public Optional<Node> in(Graph graph) {
        return graph.stream(Node.ANY, property, NodeFactory.createLiteralString(number)).map(Triple::getSubject)
                .filter(Node::isURI).min(Comparator.comparing(Node::getURI));
    }
}
