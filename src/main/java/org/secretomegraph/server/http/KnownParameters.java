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
 * The parameters that a request may have, in its address and in the fields of a form. Ignored, an unknown one would
 * look as if it had an effect: a write with a misspelt {@code dry-run} would be made, one with a misspelt {@code
 * using-graph-uri} would change other graphs. So a write with an unknown parameter is refused, and a query with one
 * that is nearly a known one: many clients send queries with parameters of their own.
 */
public enum KnownParameters {
    WRITE(Set.of(), Set.of(DryRunFilter.PARAMETER)),
    GRAPH_STORE(Set.of(HttpNames.paramGraph, HttpNames.paramGraphDefault), Set.of(DryRunFilter.PARAMETER)),
    UPDATE(Set.of(HttpNames.paramUpdate, HttpNames.paramRequest),
            Set.of(HttpNames.paramUsingGraphURI, HttpNames.paramUsingNamedGraphURI, DryRunFilter.PARAMETER)),
    /** {@code name} is the name of a claim sheet. */
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

    private final Set<String> single;
    private final Set<String> repeatable;

    /**
     * @param single those that may be given at most once
     * @param repeatable those that may be given several times
     */
    KnownParameters(Set<String> single, Set<String> repeatable) {
        this.single = single;
        this.repeatable = repeatable;
    }

    /** Answers 400 to a request with an unknown parameter, or with a single one given twice. */
    public void check(HttpAction action) {
        checkPath(action);
        String type = ActionLib.getContentMediaType(action);
        if (this != UPDATE && FORM.equalsIgnoreCase(type)) {
            ServletOps.error(415,
                    "Forms are not supported here: send the data itself, with its Content-Type, for example text/turtle.");
        }
        action.getRequestParameterMap().forEach((name, values) -> {
            if (!single.contains(name) && !repeatable.contains(name)) {
                refuse(name, nearest(name));
            }
            if (values.length > 1 && single.contains(name)) {
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
        action.getRequestParameterMap().keySet().stream()
                .filter(name -> !single.contains(name) && !repeatable.contains(name))
                .forEach(
                        name -> single.stream().filter(known -> EditDistance.differBy(letters(name), letters(known), 1))
                                .findFirst()
                                .or(() -> EditDistance.nearest(name, repeatable))
                                .ifPresent(meant -> refuse(name, Optional.of(meant))));
    }

    private static void refuse(String name, Optional<String> meant) {
        ServletOps.errorBadRequest("There is no parameter '" + ParseErrors.oneLine(name) + "' here" + meant
                .map(known -> "; did you mean '" + known + "'?").orElse("."));
    }

    /** Jetty removes what follows a semicolon in a path (RFC 3986, section 3.3), so that it would be ignored. */
    private static void checkPath(HttpAction action) {
        String path = action.getRequestRequestURI();
        if (path.contains(";")) {
            ServletOps.errorBadRequest(
                    "'" + ParseErrors.oneLine(path.substring(path.indexOf(';')))
                            + "' is not read: parameters follow a question mark.");
        }
    }

    private Optional<String> nearest(String name) {
        List<String> known = Stream.concat(single.stream(), repeatable.stream()).toList();
        return known.stream().filter(one -> letters(one).equals(letters(name))).findFirst()
                .or(() -> EditDistance.nearest(name, known));
    }

    /** Whether the name may be meant as {@code dry-run}. */
    public static boolean isDryRun(String name) {
        return letters(name).equals(letters(DryRunFilter.PARAMETER));
    }

    /** {@code dryrun}, however it is spelt. */
    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
