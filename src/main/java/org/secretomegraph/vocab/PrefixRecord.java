package org.secretomegraph.vocab;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A prefix of identifiers: a row of {@link PrefixRegistry}.
 *
 * @param prefix    as this graph writes it
 * @param preferred as the Bioregistry prefers it; empty for our own
 * @param name      of the source
 * @param pattern   of what follows the colon
 * @param namespace what its IRIs begin with; empty when this graph writes none
 * @param synonyms  other spellings that occur
 * @param uses      what it is used for, each with its spelling there; an empty spelling is the prefix itself
 */
public record PrefixRecord(String prefix, String preferred, String name, Pattern pattern, String namespace,
        List<String> synonyms, Map<Use, String> uses) {

    /** A prefix of terms that is in no row. */
    public PrefixRecord(String prefix, String name, Pattern pattern, String namespace) {
        this(prefix, "", name, pattern, namespace, List.of(), Map.of(Use.TERM, ""));
    }

    /** Where a prefix is used. */
    public enum Use {
        /** IRIs in the namespace are those of terms. */
        TERM,
        /** Claim sheets and questions may name it. */
        SHEET,
        /** Turtle and SPARQL of this program declare it. */
        TURTLE,
        /** Exports name it, spelt as in the Biolink Model. */
        EXPORT
    }

    /** Whether this is a right spelling: ours or the Bioregistry's. */
    public boolean isSpelling(String written) {
        return !written.isEmpty() && (written.equals(prefix) || written.equals(preferred));
    }

    /** Whether this can follow the colon. */
    public boolean isLocalPart(String local) {
        return !local.isEmpty() && pattern.matcher(local).matches();
    }

    /** The form of its identifiers, as a phrase for messages. */
    public String form() {
        return prefix + ": and then " + pattern.pattern() + " (a regular expression)";
    }

    /** Whether the IRIs in its namespace are those of terms, and not of publications or documents. */
    public boolean isOfTerms() {
        return uses.containsKey(Use.TERM);
    }

    String spelling(Use use) {
        String own = uses.getOrDefault(use, "");
        return own.isEmpty() ? prefix : own;
    }

    /** What follows the namespace in an IRI; empty when the IRI is outside the namespace, or is the namespace itself. */
    Optional<String> local(String iri) {
        return !namespace.isEmpty() && iri.startsWith(namespace) && iri.length() > namespace.length()
                ? Optional.of(iri.substring(namespace.length())) : Optional.empty();
    }
}
