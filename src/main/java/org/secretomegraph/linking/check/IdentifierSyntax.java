package org.secretomegraph.linking.check;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.secretomegraph.linking.IdentifierFindings;
import org.secretomegraph.report.Finding;
import org.secretomegraph.vocab.EditDistance;
import org.secretomegraph.vocab.PrefixRecord;
import org.secretomegraph.vocab.PrefixRegistry;

/** Whether an identifier is written as one: a known prefix, a colon, and what that prefix admits. */
final class IdentifierSyntax {
    private static final Pattern LOOSE = Pattern.compile("([A-Za-z][A-Za-z.]*)\\s*[:_\\s-]\\s*(\\w+)");
    private static final Pattern TIGHT = Pattern.compile("([A-Za-z]+)(\\d+)");

    private final PrefixRegistry prefixes;

    IdentifierSyntax(PrefixRegistry prefixes) {
        this.prefixes = prefixes;
    }

    /** What is wrong with the form; empty when nothing is. */
    Optional<Finding> fault(IdentifierUse m) {
        String w = m.written();
        if (w.matches("https?://.*")) {
            return Optional
                    .of(IdentifierFindings
                            .malformed(m.place(), w, "'" + w + "' is neither a CURIE nor the IRI of a term as its"
                                    + " source writes it", "Write PREFIX:number.")
                            .withSuggestion(fromIri(w).orElse("")));
        }
        int colon = w.indexOf(':');
        if (colon <= 0 || w.chars().anyMatch(Character::isWhitespace)) {
            return Optional.of(IdentifierFindings.malformed(m.place(), w, "'" + w + "' is not a CURIE",
                    "Write PREFIX:number, without spaces.").withSuggestion(repaired(w).orElse("")));
        }
        String prefix = w.substring(0, colon);
        String local = w.substring(colon + 1);
        Optional<PrefixRecord> known =
                prefixes.byPrefix(prefix).or(() -> prefixes.registered(prefix).filter(p -> p.isSpelling(prefix)));
        if (known.isEmpty()) {
            return Optional.of(unknownPrefix(m, prefix, local));
        }
        if (!known.get().isLocalPart(local)) {
            return Optional.of(IdentifierFindings.malformed(m.place(), w, "'" + local + "' is not an identifier of "
                    + known.get().name() + ", whose pattern is " + known.get().pattern(),
                    "Correct what stands after the colon.")
                    .withSuggestion(fitted(known.get(), local).or(() -> repaired(w)).orElse("")));
        }
        return Optional.empty();
    }

    private Finding unknownPrefix(IdentifierUse m, String prefix, String local) {
        Optional<PrefixRecord> meant = prefixes.bySynonym(prefix).or(() -> prefixes.registered(prefix));
        if (meant.isPresent()) {
            return IdentifierFindings.misspeltPrefix(m.place(), m.written(),
                    fitted(meant.get(), local).orElse(meant.get().prefix() + ":" + local));
        }
        Optional<String> whole = repaired(local).or(() -> repaired(m.written()));
        if (whole.isPresent()) {
            return IdentifierFindings.unknownPrefix(m.place(), m.written(), prefix, "Write PREFIX:number.")
                    .withSuggestion(whole.get());
        }
        Optional<String> near = prefixes.byPrefix(prefix.replace('0', 'O').replace('1', 'I')).map(PrefixRecord::prefix)
                .or(() -> EditDistance.nearest(prefix, prefixes.used().stream().map(PrefixRecord::prefix).toList()));
        return IdentifierFindings.unknownPrefix(m.place(), m.written(), prefix,
                "Use a prefix of the Bioregistry (https://bioregistry.io).")
                .withSuggestion(near.map(p -> p + ":" + local).orElse(""));
    }

    private Optional<String> fromIri(String iri) {
        return prefixes.curie(iri).or(() -> prefixes.curie(iri.replaceFirst("^https:", "http:")))
                .or(() -> repaired(iri.replaceFirst("^.*[/#]", "")));
    }

    /**
     * What was meant by a text with signs that nobody sees, with quotes or brackets around it, or with its label behind
     * it.
     */
    private Optional<String> repaired(String written) {
        String plain = Normalizer.normalize(written, Normalizer.Form.NFKC).replaceAll("\\p{Cf}", "")
                .replaceAll("^[\\s<\"'(\\[]+|[\\s>\"'),;.\\]]+$", "").replaceFirst("^https?://\\S*[/#]", "");
        return whole(plain).or(() -> whole(plain.replaceFirst("\\s.*$", "")));
    }

    private Optional<String> whole(String written) {
        for (Pattern pattern : new Pattern[] {LOOSE, TIGHT}) {
            Matcher parts = pattern.matcher(written);
            if (parts.matches()) {
                Optional<PrefixRecord> meant =
                        prefixes.byPrefix(parts.group(1)).or(() -> prefixes.bySynonym(parts.group(1)));
                Optional<String> whole = meant.flatMap(p -> fitted(p, parts.group(2)));
                if (whole.isPresent()) {
                    return whole;
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The identifier with the smallest change that makes it fit: a doubled prefix, lost or added zeros, O for 0, case.
     */
    private static Optional<String> fitted(PrefixRecord prefix, String local) {
        String single = local.replaceFirst("(?i)^" + Pattern.quote(prefix.prefix()) + "[:_]", "")
                .replaceFirst("(?<=\\d)\\.0$", "");
        String digits = single.replace('O', '0').replace('o', '0').replace('l', '1');
        String bare = digits.replaceFirst("^0+(?=\\d)", "");
        String padded = bare.matches("\\d{1,7}") ? "0".repeat(7 - bare.length()) + bare : bare;
        return Stream.of(single, digits, padded, bare, single.toUpperCase(Locale.ROOT)).filter(prefix::isLocalPart)
                .findFirst()
                .map(l -> prefix.prefix() + ":" + l);
    }
}
