package org.secretomegraph.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.secretomegraph.server.http.ContentNegotiation;
import org.secretomegraph.vocab.EditDistance;

/** The format of a response, chosen by {@code ?format=}, else by {@code Accept}. */
enum ApiFormat {
    JSON("application/json"),
    CSV("text/csv"),
    TSV("text/tab-separated-values"),
    HTML("text/html");

    static final String PARAMETER = "format";
    private final String type;

    ApiFormat(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }

    String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws ProblemDetails 400 for an unknown keyword, 406 when the client accepts none of the offers */
    static ApiFormat chosen(HttpServletRequest request, RequestParameters parameters, ApiFormat... offers) {
        List<String> keywords = Arrays.stream(offers).map(ApiFormat::keyword).toList();
        Optional<String> given = parameters.value(PARAMETER);
        if (given.isPresent()) {
            String wanted = given.get().toLowerCase(Locale.ROOT);
            return Arrays.stream(offers).filter(f -> f.keyword().equals(wanted)).findFirst()
                    .orElseThrow(() -> new ProblemDetails(400, "there is no format '" + given.get() + "' here")
                            .with("parameter", PARAMETER).with("given", given.get())
                            .with("expected", "one of " + String.join(", ", keywords))
                            .with("example", PARAMETER + "=" + keywords.getFirst())
                            .with("suggestion", EditDistance.nearest(wanted, keywords).orElse("")));
        }
        List<String> types = Arrays.stream(offers).map(ApiFormat::type).toList();
        return ContentNegotiation.choose(request, types).map(type -> offers[types.indexOf(type)])
                .orElseThrow(() -> new ProblemDetails(406, "available are " + Arrays.stream(offers).map(ApiFormat::type)
                        .collect(Collectors.joining(", ")) + "; ?format= chooses too"));
    }
}
