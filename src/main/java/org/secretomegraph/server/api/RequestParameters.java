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
 * The parameters of the address of a request, each given once.
 *
 * @param path   of the address
 * @param values by name, in the order of the request
 */
record RequestParameters(String path, Map<String, String> values) {
    /** Percent-encoded. Responses repeat the parameters in up to five links, and clients read headers of 16 kB. */
    private static final int MAX_ENCODED_LENGTH = 2_000;
    private static final int MAX_SHOWN = 40;

    /**
     * @throws ProblemDetails when one is given twice, since it is unknown which one is meant, or is too long for links
     */
    static RequestParameters of(HttpServletRequest request) {
        Map<String, String> values = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, all) -> {
            if (all.length > 1) {
                throw new ProblemDetails(400,
                        "parameter '" + name + "' is given " + all.length + " times; give it once")
                        .with("parameter", name).with("given", String.join(" and ", all));
            }
            if (encoded(name).length() + encoded(all[0]).length() > MAX_ENCODED_LENGTH) {
                throw tooLong(name, all[0]);
            }
            values.put(name, all[0]);
        });
        return new RequestParameters(request.getRequestURI(), values);
    }

    private static ProblemDetails tooLong(String name, String value) {
        String prefix = value.substring(0, Math.min(MAX_SHOWN, value.length())) + "...";
        String parameter = name.substring(0, Math.min(MAX_SHOWN, name.length()));
        return new ProblemDetails(400, "parameter '" + parameter + "' is too long").with("parameter", parameter)
                .with("given", prefix)
                .with("expected", "at most " + MAX_ENCODED_LENGTH + " characters as an address holds them");
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** All but some. */
    Map<String, String> without(Collection<String> names) {
        Map<String, String> rest = new LinkedHashMap<>(values);
        rest.keySet().removeAll(names);
        return rest;
    }

    /** @throws ProblemDetails when another parameter is given: ignored, it would look as if it had an effect */
    RequestParameters requireOnly(List<String> known) {
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

    /** A whole number from minimum to maximum, or the default value. */
    int number(String name, int defaultValue, int minimum, int maximum) {
        String given = values.getOrDefault(name, String.valueOf(defaultValue));
        if (!given.matches("\\d{1,9}") || Integer.parseInt(given) < minimum || Integer.parseInt(given) > maximum) {
            throw new ProblemDetails(400, "parameter '" + name + "' is '" + given + "'").with("parameter", name)
                    .with("given", given).with("expected", "a whole number from " + minimum + " to " + maximum)
                    .with("example", name + "=" + defaultValue);
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
