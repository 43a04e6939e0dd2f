package org.secretomegraph.vocab;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** The names of publications in the graph. */
public final class PublicationIris {
    private PublicationIris() {}

    /**
     * The IRI of a publication: by its DOI, else by its PubMed number, else by its PubMed Central number, else the address
     * of its page. Each may be empty; without any there is no IRI.
     */
    public static Optional<String> of(String doi, String pmid, String pmcid, String page) {
        String iri = !doi.isEmpty() ? "https://doi.org/" + doi.toLowerCase(Locale.ROOT)
                : !pmid.isEmpty() ? "https://pubmed.ncbi.nlm.nih.gov/" + pmid + "/"
                        : !pmcid.isEmpty() ? "https://pmc.ncbi.nlm.nih.gov/articles/" + pmcid + "/" : page;
        return iri.isEmpty() ? Optional.empty() : Optional.of(encoded(iri));
    }

    /** Old DOIs hold characters that an IRI may not: {@code <}, {@code >} and others are percent-encoded. */
    public static String encoded(String iri) {
        try {
            return new URI(iri).toString();
        } catch (URISyntaxException e) {
            return iri.replace("%", "%25").replace("<", "%3C").replace(">", "%3E").replace(" ", "%20")
                    .replace("[", "%5B").replace("]", "%5D").replace("\"", "%22");
        }
    }
}
