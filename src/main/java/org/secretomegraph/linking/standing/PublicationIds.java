package org.secretomegraph.linking.standing;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.secretomegraph.vocab.PublicationIris;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/**
 * Identifiers of publications in one form, so that they can be compared: {@code doi:} in lower case (DOI Handbook,
 * section 2.4: DOIs are case insensitive), {@code pmid:} and {@code pmcid:}.
 */
final class PublicationIds {
    private static final Pattern DOI =
            Pattern.compile("(?:doi:\\s*|https?://(?:dx\\.)?doi\\.org/)?(10\\.\\d{4,9}/\\S+)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern PMID = Pattern
            .compile("(?:pmid:\\s*|https?://pubmed\\.ncbi\\.nlm\\.nih\\.gov/)0*([1-9]\\d*)/?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern PMCID = Pattern.compile(
            "(?:pmcid:\\s*|https?://pmc\\.ncbi\\.nlm\\.nih\\.gov/articles/)?(PMC[1-9]\\d*)/?",
            Pattern.CASE_INSENSITIVE);

    private PublicationIds() {}

    /** The identifier in a text or in an address; empty when it is none. */
    static Optional<String> of(String written) {
        String text = written.strip();
        return first(DOI, text).map(doi -> "doi:" + doi.toLowerCase(Locale.ROOT))
                .or(() -> first(PMID, text).map(pmid -> "pmid:" + pmid))
                .or(() -> first(PMCID, text).map(pmcid -> "pmcid:" + pmcid.toUpperCase(Locale.ROOT)));
    }

    /** A PubMed number without a prefix; empty for {@code 0} and for words such as {@code unavailable}. */
    static Optional<String> ofPubMed(String number) {
        return number.strip().matches("\\d+") ? of("pmid:" + number.strip()) : Optional.empty();
    }

    /** What a graph knows a publication by, its own name included. */
    static Set<String> of(Node publication, Graph graph) {
        Set<String> ids = new TreeSet<>();
        of(publication.getURI()).ifPresent(ids::add);
        for (Node property : List.of(Terms.doi, Terms.pmid, Scso.pmcid)) {
            graph.stream(publication, property, Node.ANY).map(t -> t.getObject()).filter(Node::isLiteral)
                    .map(Node::getLiteralLexicalForm)
                    .flatMap(text -> (property.equals(Terms.pmid) ? ofPubMed(text) : of(text)).stream())
                    .forEach(ids::add);
        }
        return ids;
    }

    /** The name that the graph gives to a publication with these identifiers; empty when there is none. */
    static Optional<String> iri(Collection<String> identifiers) {
        return PublicationIris.of(value("doi", identifiers), value("pmid", identifiers), value("pmcid", identifiers),
                "");
    }

    private static String value(String kind, Collection<String> identifiers) {
        return identifiers.stream().filter(id -> id.startsWith(kind + ":")).map(id -> id.substring(kind.length() + 1))
                .findFirst().orElse("");
    }

    private static Optional<String> first(Pattern form, String text) {
        Matcher matcher = form.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
