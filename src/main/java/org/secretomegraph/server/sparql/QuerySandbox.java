package org.secretomegraph.server.sparql;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.shared.impl.PrefixMappingImpl;
import org.apache.jena.sparql.modify.request.UpdateData;
import org.apache.jena.sparql.modify.request.UpdateLoad;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateRequest;
import org.secretomegraph.graph.federation.Federation;
import org.secretomegraph.server.http.ServerPaths;

/**
 * The doors of the query language that lead out of the graph: SERVICE asks other hosts, a {@code java:} name loads any
 * class of the class path, CALL and its like choose such a name while the query runs.
 *
 * <p>Looked for in the parsed query written out again without prefixes: whatever a query can do stands there, in full
 * IRIs, in every clause (sub-query, EXISTS, HAVING, ORDER BY, aggregate). A walk over the syntax tree would have to
 * know
 * every kind of node, and miss the one that a later Jena adds.
 */
public final class QuerySandbox {
    /** A quote begins a string, whose words do not count; then an IRI, a variable, a word. */
    private static final Pattern TOKEN = Pattern.compile("[\"']|<([^<>\\s]*)>|[?$]\\w+|(\\w+)");
    private static final String SERVICE = "SERVICE";
    private static final String JAVA = "java:";
    private static final String ARQ = "http://jena.apache.org/arq/function#";
    private static final String OLD_ARQ = "http://jena.hpl.hp.com/arq/function#";

    /** Functions that choose a function at run time, hold up the server or write on its console. */
    private static final Set<String> NEVER = Set.of("http://www.w3.org/2005/xpath-functions#apply",
            ARQ + "eval", ARQ + "wait", ARQ + "print", OLD_ARQ + "eval", OLD_ARQ + "wait", OLD_ARQ + "print");

    private QuerySandbox() {}

    /** Why the query is refused; empty when it stays inside the graph. */
    public static Optional<String> refusal(Query query, Federation federation) {
        Query bare = query.cloneQuery();
        bare.setPrefixMapping(new PrefixMappingImpl());
        bare.setBaseURI((String) null);
        return refusal(bare.serialize(), federation);
    }

    /** Why the update is refused. Plain data has no doors. */
    public static Optional<String> refusal(UpdateRequest request) {
        UpdateRequest bare = new UpdateRequest();
        for (Update update : request.getOperations()) {
            if (update instanceof UpdateLoad) {
                return Optional
                        .of("LOAD is refused: send the triples themselves, to " + ServerPaths.DATASET + "/data.");
            }
            if (!(update instanceof UpdateData)) {
                bare.add(update);
            }
        }
        return refusal(bare.toString(), Federation.closed());
    }

    private static Optional<String> refusal(String bare, Federation federation) {
        Matcher token = TOKEN.matcher(bare);
        String before = "";
        for (int from = 0; token.find(from);) {
            boolean string = token.group(1) == null && token.group(2) == null && "\"'".contains(token.group());
            from = string ? afterString(bare, token.start()) : token.end();
            String word = String.valueOf(token.group(2));
            Optional<String> refusal = token.group(1) != null ? ofIri(token.group(1)) : ofWord(word, federation);
            if (refusal.isEmpty() && before.equals(SERVICE) && token.group(1) != null
                    && !federation.allows(token.group(1))) {
                refusal = Optional.of(Federation.refusal(token.group(1)) + ".");
            }
            if (refusal.isPresent()) {
                return refusal;
            }
            before = word.equalsIgnoreCase("SILENT") ? before : word.toUpperCase(Locale.ROOT);
        }
        return Optional.empty();
    }

    /** By hand: a pattern for strings of any length would need a stack of that depth. */
    private static int afterString(String text, int quote) {
        int i = quote + 1;
        while (i < text.length() && text.charAt(i) != text.charAt(quote)) {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i + 1, text.length());
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

    private static Optional<String> ofWord(String word, Federation federation) {
        if (SERVICE.equalsIgnoreCase(word) && federation.isClosed()) {
            return Optional.of("SERVICE is refused: this server asks no other, unless it is started with "
                    + Federation.OPTION + " and the endpoint's address. Or ask both endpoints from your side.");
        }
        if ("CALL".equalsIgnoreCase(word)) {
            return Optional.of("CALL is refused: name the function itself, so that it can be checked before it runs.");
        }
        return Optional.empty();
    }
}
