package org.secretomegraph.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.secretomegraph.vocab.EditDistance;

/**
 * The parameters of a request's address, each given once.
 *
 * @param path   of the address
 * @param values by name, in the order in which they were given
 */
record RequestParameters(String path, Map<String, String> values) {
    /** As an address holds it. Answers repeat what was given in up to five links, and clients read headers of 16 kB. */
    private static final int LONGEST = 2_000;
    private static final int SHOWN = 40;

    /**
     * @throws ProblemDetails when one is given twice: which of them is meant? And when one is too long to be repeated
     * in links.
     */
    static RequestParameters of(HttpServletRequest request) {
        Map<String, String> values = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, all) -> {
            if (all.length > 1) {
                throw new ProblemDetails(400,
                        "parameter '" + name + "' is given " + all.length + " times; give it once")
                        .with("parameter", name).with("given", String.join(" and ", all));
            }
            if (encoded(name).length() + encoded(all[0]).length() > LONGEST) {
                throw tooLong(name, all[0]);
            }
            values.put(name, all[0]);
        });
        return new RequestParameters(request.getRequestURI(), values);
    }

    private static ProblemDetails tooLong(String name, String value) {
        String begin = value.substring(0, Math.min(SHOWN, value.length())) + "...";
        String parameter = name.substring(0, Math.min(SHOWN, name.length()));
        return new ProblemDetails(400, "parameter '" + parameter + "' is too long").with("parameter", parameter)
                .with("given", begin)
                .with("expected", "at most " + LONGEST + " characters as an address holds them");
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The rest without some. */
    Map<String, String> without(Collection<String> names) {
        Map<String, String> rest = new LinkedHashMap<>(values);
        rest.keySet().removeAll(names);
        return rest;
    }

    /**
     * @throws ProblemDetails when another parameter is given: ignored in silence, it would look as if it had been heard
     */
    RequestParameters onlyHas(List<String> known) {
        for (Map.Entry<String, String> entry : values.entrySet()) {
            if (!known.contains(entry.getKey())) {
                throw unknown(entry.getKey(), entry.getValue(), known);
            }
        }
        return this;
    }

    static ProblemDetails unknown(String name, String value, Collection<String> known) {
        return new ProblemDetails(400, "there is no parameter '" + name + "' here").with("parameter", name)
                .with("given", value)
                .with("expected", "one of " + String.join(", ", known))
                .with("suggestion", EditDistance.nearest(name, known).orElse(""));
    }

    /** A whole number between two, or the default. */
    int number(String name, int normal, int least, int most) {
        String given = values.getOrDefault(name, String.valueOf(normal));
        if (!given.matches("\\d{1,9}") || Integer.parseInt(given) < least || Integer.parseInt(given) > most) {
            throw new ProblemDetails(400, "parameter '" + name + "' is '" + given + "'").with("parameter", name)
                    .with("given", given).with("expected", "a whole number from " + least + " to " + most)
                    .with("example", name + "=" + normal);
        }
        return Integer.parseInt(given);
    }

    /** The same address with some parameters changed, for a link. */
    String address(Map<String, String> changed) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(changed);
        return path + (all.isEmpty() ? "" : "?") + all.entrySet().stream()
                .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue())).collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
