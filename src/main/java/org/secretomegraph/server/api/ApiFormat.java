package org.secretomegraph.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.secretomegraph.server.http.ContentNegotiation;
import org.secretomegraph.vocab.EditDistance;

/** How an answer is written: {@code ?format=} says it, else {@code Accept}. */
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

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws ProblemDetails 400 for another word, 406 when the client accepts none of the offers */
    static ApiFormat chosen(HttpServletRequest request, RequestParameters given, ApiFormat... offers) {
        List<String> words = Arrays.stream(offers).map(ApiFormat::word).toList();
        Optional<String> word = given.value(PARAMETER);
        if (word.isPresent()) {
            String asked = word.get().toLowerCase(Locale.ROOT);
            return Arrays.stream(offers).filter(f -> f.word().equals(asked)).findFirst()
                    .orElseThrow(() -> new ProblemDetails(400, "there is no format '" + word.get() + "' here")
                            .with("parameter", PARAMETER).with("given", word.get())
                            .with("expected", "one of " + String.join(", ", words))
                            .with("example", PARAMETER + "=" + words.getFirst())
                            .with("suggestion", EditDistance.nearest(asked, words).orElse("")));
        }
        List<String> types = Arrays.stream(offers).map(ApiFormat::type).toList();
        return ContentNegotiation.choose(request, types).map(type -> offers[types.indexOf(type)])
                .orElseThrow(() -> new ProblemDetails(406, "offered are " + Arrays.stream(offers).map(ApiFormat::type)
                        .collect(Collectors.joining(", ")) + "; ?format= chooses too"));
    }
}
