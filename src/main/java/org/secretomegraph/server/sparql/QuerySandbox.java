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
 * Refuses what leads out of the graph: SERVICE queries other hosts, a {@code java:} name loads any class of the class
 * path, CALL and the like choose such a name while the query runs.
 *
 * <p>The parsed query is serialized without prefixes and searched as text: all that a query can do is there, in full
 * IRIs, in every clause (sub-query, EXISTS, HAVING, ORDER BY, aggregate). A visitor of the syntax tree would have to
 * know every kind of node, and would miss one that a later Jena adds.
 */
public final class QuerySandbox {
    /** A quote begins a string, whose content is skipped; then an IRI, a variable, a word. */
    private static final Pattern TOKEN = Pattern.compile("[\"']|<([^<>\\s]*)>|[?$]\\w+|(\\w+)");
    private static final String SERVICE = "SERVICE";
    private static final String JAVA = "java:";
    private static final String ARQ = "http://jena.apache.org/arq/function#";
    private static final String OLD_ARQ = "http://jena.hpl.hp.com/arq/function#";

    /** Functions that choose a function at run time, block the server or write to its console. */
    private static final Set<String> DISABLED_FUNCTIONS = Set.of("http://www.w3.org/2005/xpath-functions#apply",
            ARQ + "eval", ARQ + "wait", ARQ + "print", OLD_ARQ + "eval", OLD_ARQ + "wait", OLD_ARQ + "print");

    private QuerySandbox() {}

    /** Why the query is refused; empty when it is allowed. */
    public static Optional<String> refusal(Query query, Federation federation) {
        Query withoutPrefixes = query.cloneQuery();
        withoutPrefixes.setPrefixMapping(new PrefixMappingImpl());
        withoutPrefixes.setBaseURI((String) null);
        return refusal(withoutPrefixes.serialize(), federation);
    }

    /** Why the update is refused. INSERT DATA and DELETE DATA hold no expressions. */
    public static Optional<String> refusal(UpdateRequest request) {
        UpdateRequest withoutPrefixes = new UpdateRequest();
        for (Update update : request.getOperations()) {
            if (update instanceof UpdateLoad) {
                return Optional
                        .of("LOAD is refused: send the triples themselves, to " + ServerPaths.DATASET + "/data.");
            }
            if (!(update instanceof UpdateData)) {
                withoutPrefixes.add(update);
            }
        }
        return refusal(withoutPrefixes.toString(), Federation.closed());
    }

    private static Optional<String> refusal(String withoutPrefixes, Federation federation) {
        Matcher token = TOKEN.matcher(withoutPrefixes);
        String previous = "";
        for (int from = 0; token.find(from);) {
            boolean string = token.group(1) == null && token.group(2) == null && "\"'".contains(token.group());
            from = string ? afterString(withoutPrefixes, token.start()) : token.end();
            String word = String.valueOf(token.group(2));
            Optional<String> refusal = token.group(1) != null ? ofIri(token.group(1)) : ofWord(word, federation);
            if (refusal.isEmpty() && previous.equals(SERVICE) && token.group(1) != null
                    && !federation.allows(token.group(1))) {
                refusal = Optional.of(Federation.refusal(token.group(1)) + ".");
            }
            if (refusal.isPresent()) {
                return refusal;
            }
            previous = word.equalsIgnoreCase("SILENT") ? previous : word.toUpperCase(Locale.ROOT);
        }
        return Optional.empty();
    }

    /** Not a regular expression: one for strings of any length needs a stack of that depth. */
    private static int afterString(String text, int quote) {
        int i = quote + 1;
        while (i < text.length() && text.charAt(i) != text.charAt(quote)) {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i + 1, text.length());
    }

    /** Whether the name may not be called as a function, nor used as a property function. */
    static boolean isDisabled(String iri) {
        return ofIri(iri).isPresent();
    }

    private static Optional<String> ofIri(String iri) {
        String lower = iri.toLowerCase(Locale.ROOT);
        if (lower.startsWith(JAVA)) {
            return Optional.of("<" + iri + ">: names that begin with java: are refused, they would run Java code in the"
                    + " server.");
        }
        if (DISABLED_FUNCTIONS.contains(lower)) {
            return Optional.of("<" + iri + ">: this function is switched off on this server.");
        }
        return Optional.empty();
    }

    private static Optional<String> ofWord(String word, Federation federation) {
        if (SERVICE.equalsIgnoreCase(word) && federation.isClosed()) {
            return Optional.of("SERVICE is refused: this server queries no other endpoint unless it is started with "
                    + Federation.OPTION + " and the endpoint's address. Or query both endpoints from your side.");
        }
        if ("CALL".equalsIgnoreCase(word)) {
            return Optional.of("CALL is refused: name the function itself, so that it can be checked before it runs.");
        }
        return Optional.empty();
    }
}
