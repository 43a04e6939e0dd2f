package org.secretomegraph.server;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.shared.impl.PrefixMappingImpl;

/**
 * The doors of the query language that lead out of the graph: SERVICE asks other hosts, a {@code java:} name loads any
 * class of the class path, CALL and its like choose such a name while the query runs.
 *
 * <p>Looked for in the parsed query written out again without prefixes: whatever a query can do stands there, in full
 * IRIs, in every clause (sub-query, EXISTS, HAVING, ORDER BY, aggregate). A walk over the syntax tree would have to know
 * every kind of node, and miss the one that a later Jena adds.
 */
final class QueryDoors {
    /** A string is matched first, so that what it says does not count; then an IRI, a variable, a word. */
    private static final Pattern TOKEN = Pattern.compile(
            "\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|<([^<>\\s]*)>|[?$]\\w+|(\\w+)", Pattern.DOTALL);
    private static final String JAVA = "java:";
    private static final String ARQ = "http://jena.apache.org/arq/function#";
    private static final String OLD_ARQ = "http://jena.hpl.hp.com/arq/function#";

    /** Functions that choose a function at run time, hold up the server or write on its console. */
    private static final Set<String> NEVER = Set.of("http://www.w3.org/2005/xpath-functions#apply",
            ARQ + "eval", ARQ + "wait", ARQ + "print", OLD_ARQ + "eval", OLD_ARQ + "wait", OLD_ARQ + "print");

    private QueryDoors() {}

    /** Why the query is refused; empty when it stays inside the graph. */
    static Optional<String> refusal(Query query) {
        Query bare = query.cloneQuery();
        bare.setPrefixMapping(new PrefixMappingImpl());
        bare.setBaseURI((String) null);
        Matcher token = TOKEN.matcher(bare.serialize());
        while (token.find()) {
            Optional<String> refusal = token.group(1) != null ? ofIri(token.group(1)) : ofWord(token.group(2));
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    /** Whether a name may be called as a function, or used as a property that is one. */
    static boolean isClosed(String iri) {
        return ofIri(iri).isPresent();
    }

    private static Optional<String> ofIri(String iri) {
        String lower = iri.toLowerCase(Locale.ROOT);
        if (lower.startsWith(JAVA)) {
            return Optional.of("<" + iri + ">: names that begin with java: are refused, they would run Java code in the"
                    + " server.");
        }
        if (NEVER.contains(lower)) {
            return Optional.of("<" + iri + ">: this function is switched off on this server.");
        }
        return Optional.empty();
    }

    private static Optional<String> ofWord(String word) {
        if ("SERVICE".equalsIgnoreCase(word)) {
            return Optional.of("SERVICE is refused: this server asks no other. Ask both endpoints from your side, or load"
                    + " both data sets with --data.");
        }
        if ("CALL".equalsIgnoreCase(word)) {
            return Optional.of("CALL is refused: name the function itself, so that it can be checked before it runs.");
        }
        return Optional.empty();
    }
}
