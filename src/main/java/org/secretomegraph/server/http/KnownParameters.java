package org.secretomegraph.server.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.fuseki.servlets.ActionLib;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.riot.web.HttpNames;
import org.secretomegraph.vocab.EditDistance;

/**
 * The parameters that a request may have, in its address and in the fields of a form. One that is ignored looks as if
 * it had
 * been heard: a write with a misspelt {@code dry-run} would be made, one with a misspelt {@code using-graph-uri} would
 * change
 * other graphs. So a write with an unknown parameter is refused, and a query with one that is nearly a known one: many
 * clients
 * send queries with parameters of their own.
 */
public enum KnownParameters {
    WRITE(Set.of(), Set.of(DryRunFilter.PARAMETER)),
    GRAPH_STORE(Set.of(HttpNames.paramGraph, HttpNames.paramGraphDefault), Set.of(DryRunFilter.PARAMETER)),
    UPDATE(Set.of(HttpNames.paramUpdate, HttpNames.paramRequest),
            Set.of(HttpNames.paramUsingGraphURI, HttpNames.paramUsingNamedGraphURI, DryRunFilter.PARAMETER)),
    /** With the name of a claim sheet. */
    VALIDATE(Set.of("name"), Set.of(DryRunFilter.PARAMETER)),
    SHAPES(Set.of(HttpNames.paramGraph, HttpNames.paramGraphDefault, HttpNames.paramTarget),
            Set.of(DryRunFilter.PARAMETER)),
    QUERY(Set.of(HttpNames.paramQuery, HttpNames.paramTimeout),
            Set.of(HttpNames.paramDefaultGraphURI, HttpNames.paramNamedGraphURI));

    /**
     * Parameters of Fuseki that put text of the request into its answer: a function name before JSON (JSONP), which
     * makes the answer a script, and the address of a style sheet in XML, unescaped, which makes it a page.
     */
    private static final Set<String> ACTIVE_CONTENT = Set.of(HttpNames.paramCallback, HttpNames.paramStyleSheet);
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Set<String> once;
    private final Set<String> often;

    /**
     * @param once  those that are given at most once
     * @param often those that may be given more often
     */
    KnownParameters(Set<String> once, Set<String> often) {
        this.once = once;
        this.often = often;
    }

    /** Answers 400 to a request with another parameter, or with one twice that can have one value only. */
    public void check(HttpAction action) {
        checkPath(action);
        String type = ActionLib.getContentMediaType(action);
        if (this != UPDATE && FORM.equalsIgnoreCase(type)) {
            ServletOps.error(415,
                    "A form is not read here: send the data itself, and say what it is with a Content-Type such as"
                            + " text/turtle.");
        }
        action.getRequestParameterMap().forEach((name, values) -> {
            if (!once.contains(name) && !often.contains(name)) {
                refuse(name, nearest(name));
            }
            if (values.length > 1 && once.contains(name)) {
                ServletOps.errorBadRequest(
                        "The parameter '" + name + "' is given " + values.length + " times: give it once."
                                + " Nothing was changed.");
            }
        });
    }

    /**
     * Answers 400 to a query that would be asked of other graphs, or for another time, than was meant, and to one whose
     * answer would run a script or load a style sheet that its author chose.
     */
    public void checkMisspellings(HttpAction action) {
        ACTIVE_CONTENT.stream().filter(name -> action.getRequestParameter(name) != null).findFirst()
                .ifPresent(name -> ServletOps.errorBadRequest("The parameter '" + name
                        + "' is not supported: results are data, without script or style sheet. Web pages can read"
                        + " them with fetch() when the server is started with --cors."));
        action.getRequestParameterMap().keySet().stream().filter(name -> !once.contains(name) && !often.contains(name))
                .forEach(name -> once.stream().filter(known -> EditDistance.differBy(letters(name), letters(known), 1))
                        .findFirst()
                        .or(() -> EditDistance.nearest(name, often))
                        .ifPresent(meant -> refuse(name, Optional.of(meant))));
    }

    private static void refuse(String name, Optional<String> meant) {
        ServletOps.errorBadRequest("There is no parameter '" + ParseErrors.oneLine(name) + "' here" + meant
                .map(known -> "; did you mean '" + known + "'?").orElse("."));
    }

    /** Jetty cuts off what stands behind a semicolon in a path (RFC 3986, section 3.3), where it would be ignored. */
    private static void checkPath(HttpAction action) {
        String path = action.getRequestRequestURI();
        if (path.contains(";")) {
            ServletOps.errorBadRequest(
                    "'" + ParseErrors.oneLine(path.substring(path.indexOf(';'))) + "' is not read: parameters"
                            + " stand behind a question mark.");
        }
    }

    private Optional<String> nearest(String name) {
        List<String> known = Stream.concat(once.stream(), often.stream()).toList();
        return known.stream().filter(one -> letters(one).equals(letters(name))).findFirst()
                .or(() -> EditDistance.nearest(name, known));
    }

    /** Whether somebody may have meant a dry run. */
    public static boolean isDryRun(String name) {
        return letters(name).equals(letters(DryRunFilter.PARAMETER));
    }

    /** {@code dryrun}, however it is written. */
    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
