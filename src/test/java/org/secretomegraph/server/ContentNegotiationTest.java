package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secretomegraph.server.http.ContentNegotiation;

/** The Accept header against four offers, of which the server likes JSON best. */
class ContentNegotiationTest {
    private static final List<String> OFFERS = List.of("application/json", "text/csv", "text/turtle", "text/html");

    @ParameterizedTest(name = "Accept: {0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
            "                                              | application/json",
            "*/*                                           | application/json",
            "*                                             | application/json",
            "text/*                                        | text/csv",
            "text/csv                                      | text/csv",
            "TEXT/CSV                                      | text/csv",
            "text/csv;charset=utf-8                        | text/csv",
            "text/turtle;q=0.5, text/csv;q=0.4             | text/turtle",
            "text/turtle;q=0.5, */*;q=0.1                  | text/turtle",
            "text/*, text/csv;q=0                          | text/turtle",
            "*/*, application/json;q=0                     | text/csv",
            "application/json;q=0.2, text/*;q=0.3          | text/csv",
            "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html",
            "text/csv ; q = 0.1 , text/turtle ; q=0.2      | text/turtle",
            "text/csv;q=abc, application/json;q=0.9        | text/csv",
            "text/csv;profile=\"a,b;q=1\";q=0.1, text/turtle;q=0.2 | text/turtle",
            "text/csv;profile=\"never ends, text/turtle;q=0.2 | text/csv",
            "image/png                                     |",
            "application/json;q=0                          |",
            "*/*;q=0                                       |",
            ",,                                            | application/json"})
    void prefersWhatTheClientPrefers(String accept, String chosen) {
        assertEquals(Optional.ofNullable(chosen), ContentNegotiation.choose(accept == null ? "" : accept, OFFERS));
    }

    /**
     * What Fuseki is given: it prints the trace of its failure when it meets nonsense, and takes TEXT/Turtle for
     * another type.
     */
    @ParameterizedTest(name = "Accept: {0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', emptyValue = "", value = {
            "TEXT/Turtle ; Q=0.50 ; level=1, */*           | text/turtle;q=0.5, */*",
            "garbage, text/csv, /, text/, ;q=1, *;q=0.1    | text/csv, */*;q=0.1",
            "text/csv;profile=\"a,b;q=1\";q=0, text/turtle | text/csv;q=0, text/turtle",
            "text/csv;q=1.5, text/turtle;q=x               | text/csv, text/turtle"})
    void isWrittenPlainlyForOthers(String accept, String plain) {
        assertEquals(plain, ContentNegotiation.normalized(List.of(accept.split("#"))));
    }
}
