package org.secretomegraph.vocab;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compact identifiers of claim sheets and questions, and the IRIs they stand for. Prefixes are spelt as this graph
 * writes them; IRIs are those that the source ontologies themselves use.
 */
public final class Curie {
    private static final Map<String, String> NAMESPACES = PrefixRegistry.bundled().sheetNamespaces();

    private Curie() {}

    /** The IRI that a CURIE stands for; empty when its prefix is unknown or its form is not {@code PREFIX:local}. */
    public static Optional<String> expand(String curie) {
        int colon = curie.indexOf(':');
        if (colon <= 0 || colon == curie.length() - 1 || curie.chars().anyMatch(Character::isWhitespace)) {
            return Optional.empty();
        }
        return namespace(curie.substring(0, colon)).map(namespace -> namespace + curie.substring(colon + 1));
    }

    /** The CURIE of an IRI; empty when no known namespace begins it. */
    public static Optional<String> compact(String iri) {
        return PrefixRegistry.bundled().sheetCurie(iri)
                .filter(curie -> !curie.startsWith("SCSO:") || curie.matches("SCSO:\\d{7}"));
    }

    /** The namespace of a prefix; empty when it is unknown. */
    public static Optional<String> namespace(String prefix) {
        return Optional.ofNullable(NAMESPACES.get(prefix));
    }

    /** The known prefixes, sorted. */
    public static Set<String> prefixes() {
        return new TreeSet<>(NAMESPACES.keySet());
    }
}
