package org.secretomegraph.server.entity;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.secretomegraph.vocab.Curie;
import org.secretomegraph.vocab.Scso;

/**
 * The path of an entity on this server, and the entity of a path. Entities of this namespace have the path of their IRI
 * after {@code https://w3id.org/scso/}, so that a redirect there needs one rule; terms of other ontologies have {@code
 * /term/CURIE}; publications have {@code /publication/} with their DOI, PubMed or PubMed Central identifier, or web
 * address.
 */
public final class EntityPath {
    /** The ontology's IRI has no path of its own. */
    static final String ONTOLOGY = Scso.NS.substring(0, Scso.NS.length() - 1);
    private static final String ONTOLOGY_PATH = "/ontology";
    private static final String TERM = "/term/";
    private static final String DOI = "/publication/doi/";
    private static final String PMID = "/publication/pmid/";
    private static final String PMCID = "/publication/pmcid/";
    private static final String WEB = "/publication/web/";
    private static final Pattern PUBMED = Pattern.compile("https://pubmed\\.ncbi\\.nlm\\.nih\\.gov/(\\d+)/?");
    private static final Pattern PMC = Pattern.compile("https://pmc\\.ncbi\\.nlm\\.nih\\.gov/articles/(PMC\\d+)/?");
    private static final String DOI_ORG = "https://doi.org/";
    private static final Pattern NUMBERED =
            Pattern.compile("(?:/publication/|/term/)(doi|pmid|pmcid|DOI|PMID|PMC)[/:](.+)");
    private static final String NOT_IN_IRIS = "<>\"{}|\\^` ";
    /**
     * The characters that a path may have unencoded (RFC 3986, section 3.3), without the semicolon, which servers cut
     * off.
     */
    private static final String PLAIN = "!$&'()*+,=:@-._~/";

    private EntityPath() {}

    /**
     * The path, percent-encoded; empty for an entity of another namespace that has no CURIE and is not a publication.
     */
    public static Optional<String> of(String iri, boolean isPublication) {
        return raw(iri, isPublication).filter(EntityPath::isSafe).map(EntityPath::encoded);
    }

    /** The page of an entity, which every IRI has. */
    public static String pageOf(String iri, boolean isPublication) {
        return of(iri, isPublication).orElseGet(() -> "/about?iri=" + URLEncoder.encode(iri, StandardCharsets.UTF_8));
    }

    private static Optional<String> raw(String iri, boolean isPublication) {
        if (iri.equals(ONTOLOGY)) {
            return Optional.of(ONTOLOGY_PATH);
        }
        if (iri.startsWith(Scso.NS)) {
            return Optional.of("/" + iri.substring(Scso.NS.length())).filter(path -> !path.contains("#"));
        }
        Matcher pubmed = PUBMED.matcher(iri);
        Matcher pmc = PMC.matcher(iri);
        if (iri.startsWith(DOI_ORG)) {
            return Optional.of(DOI + decoded(iri.substring(DOI_ORG.length())));
        }
        if (pubmed.matches()) {
            return Optional.of(PMID + pubmed.group(1));
        }
        if (pmc.matches()) {
            return Optional.of(PMCID + pmc.group(1));
        }
        if (isPublication && iri.matches("https?://.+")) {
            return Optional.of(WEB + decoded(iri.replaceFirst("https?://", "").replaceFirst("/$", "")));
        }
        return Curie.compact(iri).map(curie -> TERM + curie);
    }

    /**
     * Servers refuse paths with empty or dotted segments and with encoded slashes, since proxies interpret them
     * differently.
     */
    private static boolean isSafe(String path) {
        return !path.contains("//") && !path.matches(".*/\\.{1,2}(/.*)?") && !path.contains("\\") && !path.contains("%")
                && !path.endsWith("/") && path.chars().noneMatch(Character::isISOControl);
    }

    /** The IRIs that a decoded path may stand for. */
    static List<String> iris(String path) {
        if (path.equals(ONTOLOGY_PATH)) {
            return List.of(ONTOLOGY);
        }
        if (path.startsWith(TERM)) {
            return Curie.expand(path.substring(TERM.length())).stream().toList();
        }
        if (path.startsWith(DOI)) {
            String doi = path.substring(DOI.length());
            return Stream.of(doi.toLowerCase(Locale.ROOT), doi).map(d -> DOI_ORG + d).flatMap(EntityPath::spellings)
                    .distinct()
                    .toList();
        }
        if (path.startsWith(PMID)) {
            return List.of("https://pubmed.ncbi.nlm.nih.gov/" + path.substring(PMID.length()) + "/");
        }
        if (path.startsWith(PMCID)) {
            return List.of("https://pmc.ncbi.nlm.nih.gov/articles/" + path.substring(PMCID.length()) + "/");
        }
        if (path.startsWith(WEB)) {
            String rest = path.substring(WEB.length());
            return Stream.of("https://" + rest, "http://" + rest, "https://" + rest + "/", "http://" + rest + "/")
                    .flatMap(EntityPath::spellings).distinct().toList();
        }
        return List.of(Scso.NS + path.substring(1));
    }

    /** The identifier of a publication in a decoded path; the IRI of the publication may have another one. */
    static Optional<PublicationId> number(String path) {
        Matcher numbered = NUMBERED.matcher(path);
        return numbered.matches() ? PublicationId.of(numbered.group(1), numbered.group(2)) : Optional.empty();
    }

    /** Unencoded, and percent-encoded for an IRI (RFC 3987, section 2.2) and for a URI. */
    private static Stream<String> spellings(String iri) {
        StringBuilder inIri = new StringBuilder();
        StringBuilder inUri = new StringBuilder();
        iri.codePoints().mapToObj(Character::toString).forEach(c -> {
            String encoded = NOT_IN_IRIS.contains(c) || c.codePointAt(0) > 0x7F ? encodedFully(c) : c;
            inUri.append(encoded);
            inIri.append(NOT_IN_IRIS.contains(c) ? encoded : c);
        });
        return Stream.of(iri, inIri.toString(), inUri.toString());
    }

    private static String encodedFully(String text) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            out.append('%').append(String.format("%02X", b & 0xFF));
        }
        return out.toString();
    }

    /**
     * Old DOIs have characters that IRIs cannot have. A path has them encoded once; servers refuse them encoded twice.
     */
    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part;
        }
    }

    /** Percent-encodes what may not occur in a request line or a header. */
    static String encoded(String path) {
        StringBuilder out = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append('%').append(String.format("%02X", b & 0xFF));
            }
        }
        return out.toString();
    }
}
