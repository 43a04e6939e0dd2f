package org.secretomegraph.server.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.secretomegraph.vocab.EditDistance;
import org.secretomegraph.vocab.PrefixRecord;
import org.secretomegraph.vocab.PrefixRegistry;
import org.secretomegraph.vocab.Scso;

/**
 * Parses identifiers in the spellings that are in use: any case and any synonym of the prefix that the Bioregistry
 * knows, {@code GO_0001525}, {@code hgnc:HGNC:4893}, or an address at identifiers.org, bioregistry.io, OBO or UniProt.
 */
final class IdentifierParser {
    private static final Pattern RESOLVER = Pattern.compile(
            "https?://(?:www\\.)?(?:identifiers\\.org|bioregistry\\.io(?:/registry)?|n2t\\.net|purl\\.obolibrary\\.org/obo)/"
                    + "([A-Za-z][\\w.]*?)[:/_](.+)");
    private static final Pattern UNIPROT =
            Pattern.compile("https?://(?:www|purl)\\.uniprot\\.org/uniprot(?:kb)?/(\\w+).*");
    private static final Pattern CURIE = Pattern.compile("([A-Za-z][\\w.]*?)[:_](.+)");

    /** A name of the record vocabulary, a claim or a study: those have the prefix in lower case. */
    private static final Pattern READABLE = Pattern.compile("[A-Za-z][\\w/.-]*");

    private final PrefixRegistry prefixes;

    IdentifierParser(PrefixRegistry prefixes) {
        this.prefixes = prefixes;
    }

    /**
     * An identifier with a known prefix.
     *
     * @param prefix the record of the prefix
     * @param local  the local part, after the colon
     */
    record Identifier(PrefixRecord prefix, String local) {
        String curie() {
            return prefix.prefix() + ":" + local;
        }

        /** The IRI in this graph; empty when it has none for the prefix. */
        Optional<String> iri() {
            return prefix.isOfTerms() ? Optional.of(prefix.namespace() + local) : Optional.empty();
        }

        /** Addresses of resolvers for the same identifier. */
        List<String> addresses() {
            Set<String> all = new LinkedHashSet<>();
            iri().ifPresent(all::add);
            if (!prefix.preferred().isEmpty()) {
                all.add("https://bioregistry.io/" + prefix.preferred().toLowerCase(Locale.ROOT) + ":" + local);
            }
            if (prefix.namespace().startsWith("http://identifiers.org/")) {
                all.add("https://identifiers.org/" + prefix.preferred().toLowerCase(Locale.ROOT) + ":" + local);
            }
            return List.copyOf(all);
        }
    }

    /** @throws ProblemDetails 400 for what is not an identifier, 404 for an unknown prefix */
    Identifier ofCurie(String written) {
        Matcher parts = CURIE.matcher(written.strip());
        if (!parts.matches()) {
            throw malformed(written, "PREFIX:local, for example HGNC:4893");
        }
        String prefix = parts.group(1);
        PrefixRecord known =
                prefixes.byPrefix(prefix).or(() -> prefixes.bySynonym(prefix))
                        .orElseThrow(() -> unknown(prefix, written));
        String local = withoutRepeatedPrefix(parts.group(2), known);
        if (known.namespace().equals(Scso.NS) && READABLE.matcher(local).matches()) {
            return new Identifier(new PrefixRecord("scso", known.name(), READABLE, Scso.NS), local);
        }
        if (!known.isLocalPart(local)) {
            throw malformed(written,
                    known.prefix() + ": and then " + known.pattern().pattern() + " (a regular expression)");
        }
        return new Identifier(known, local);
    }

    /** The identifier of an IRI; empty when the IRI has no known form. */
    Optional<Identifier> ofIri(String iri) {
        Matcher uniprot = UNIPROT.matcher(iri);
        if (uniprot.matches()) {
            return Optional.of(ofCurie("UniProtKB:" + uniprot.group(1)));
        }
        Matcher resolver = RESOLVER.matcher(iri);
        if (resolver.matches()) {
            return Optional
                    .of(ofCurie(resolver.group(1) + ":" + URLDecoder.decode(resolver.group(2).replace("+", "%2B"),
                            StandardCharsets.UTF_8)));
        }
        for (String spelling : List.of(iri, iri.replaceFirst("^https:", "http:"),
                iri.replaceFirst("^http:", "https:"))) {
            Optional<Identifier> name = prefixes.used().stream()
                    .filter(p -> p.isOfTerms() && spelling.startsWith(p.namespace())
                            && p.isLocalPart(spelling.substring(p.namespace().length())))
                    .map(p -> new Identifier(p, spelling.substring(p.namespace().length()))).findFirst();
            if (name.isPresent()) {
                return name;
            }
        }
        return Optional.empty();
    }

    /** {@code hgnc:HGNC:4893} has its prefix twice, as identifiers.org once required. */
    private static String withoutRepeatedPrefix(String local, PrefixRecord prefix) {
        List<String> spellings = new ArrayList<>(prefix.synonyms());
        spellings.add(prefix.prefix());
        spellings.add(prefix.preferred());
        return spellings.stream().filter(s -> !s.isEmpty() && local.regionMatches(true, 0, s + ":", 0, s.length() + 1))
                .map(s -> local.substring(s.length() + 1)).findFirst().orElse(local);
    }

    private static ProblemDetails malformed(String written, String expected) {
        return new ProblemDetails(400, "'" + written + "' is not an identifier").with("given", written).with("expected",
                expected);
    }

    private ProblemDetails unknown(String prefix, String written) {
        List<String> known = prefixes.used().stream().map(PrefixRecord::prefix).toList();
        return new ProblemDetails(404, "the prefix '" + prefix + "' is not known here").with("given", written)
                .with("suggestion", EditDistance.nearest(prefix, known).orElse(""));
    }
}
