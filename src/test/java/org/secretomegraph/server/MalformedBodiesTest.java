package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bodies that lost their end on the way, or are in another encoding: each is refused in one line, and nothing is
 * stored.
 */
class MalformedBodiesTest {
    private static final String FILE = "--cut\r\nContent-Disposition: form-data; name=\"f\"; filename=\"%s\"\r\n\r\n";
    private static final String STATED = "<http://e/a> <http://e/b> 1 .";

    private static LiveStore live;

    @BeforeAll
    static void start() {
        live = LiveStore.start(LiveStore.filled());
    }

    @AfterAll
    static void stop() {
        live.close();
    }

    /**
     * A form that ended between two files was stored as far as it went, with 200; one that ended within a file was told
     * with
     * the name of a Java class; and one that ended within the second file was answered with 500.
     */
    @ParameterizedTest
    @ValueSource(strings = {"", "--cut", "--cut-", "--cut\r\n", "--cut\r\nContent-Dispos",
            "--cut\r\nContent-Disposition: form-data;"
                    + " name=\"f\"; filename=\"b.ttl\"\r\n\r\n<http://e/a> <http://e/",
            "<http://e/a> <http://e/b> 2 . --cut--\r\n"})
    void aFormThatWasCutOffIsNotStored(String rest) {
        HttpResponse<String> response = refused("POST", "/secretome/upload", "multipart/form-data; boundary=cut",
                (FILE.formatted("a.ttl") + STATED + "\r\n" + rest).getBytes(StandardCharsets.UTF_8));
        assertTrue(response.body().contains("its last line, --cut--, is missing"), response.body());
    }

    @Test
    void aPackedFileThatWasCutOffIsNotStored() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write((STATED + "\n").repeat(1000).getBytes(StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(FILE.formatted("a.ttl.gz").getBytes(StandardCharsets.UTF_8));
        form.writeBytes(Arrays.copyOf(packed.toByteArray(), packed.size() - 20));
        form.writeBytes("\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> response = refused("POST", "/secretome/upload", "multipart/form-data; boundary=\"cut\"",
                form.toByteArray());
        assertTrue(response.body().startsWith("Parse error in a.ttl.gz at line "), response.body());
        assertTrue(response.body().contains("cannot be read to its end: the gzip data is cut off"), response.body());
    }

    /** What was no UTF-8 was stored with a replacement character in place of each letter, and the answer was 200. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"POST | text/turtle | <http://e/a> <http://e/b> 'café' .",
            "PUT | application/n-triples | <http://e/a> <http://e/b> \"café\" .",
            "POST | application/trig | <http://e/g> { <http://e/a> <http://e/b> 'café' }",
            "POST | application/ld+json | {\"@id\": \"http://e/a\", \"http://e/b\": \"café\"}",
            "PATCH | application/rdf-patch | A <http://e/a> <http://e/b> \"café\" .",
            "POST | application/sparql-update | INSERT DATA { <http://e/a> <http://e/b> 'café' }"})
    void whatIsNotUtf8IsRefused(String method, String type, String text) {
        String path = type.endsWith("update") ? "/secretome/update" : type.endsWith("patch") ? "/secretome/patch"
                : "/secretome/data" + (type.endsWith("trig") ? "" : "?graph=http://e/latin");
        HttpResponse<String> response = refused(method, path, type, text.getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(response.body().contains("not") && response.body().contains("UTF-8"), response.body());
    }

    @Test
    void everyLetterOfUnicodeIsUtf8() {
        String letters = "<http://e/a> <http://e/b> \"\u00e9\u07ff\u0800\ud7ff\ue000\uffee\ud83d\ude00\udbff\udffd\" .";
        HttpResponse<String> response = send("PUT", "/secretome/data?graph=http://e/letters", "text/turtle",
                letters.getBytes(StandardCharsets.UTF_8));
        assertEquals(201, response.statusCode(), response.body());
    }

    @Test
    void xmlSaysItsEncoding() {
        String xml =
                "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><r:RDF xmlns:r=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
                        + " xmlns:e=\"http://e/\"><r:Description r:about=\"http://e/a\"><e:b>café</e:b></r:Description></r:RDF>";
        assertEquals(201, send("PUT", "/secretome/data?graph=http://e/xml", "application/rdf+xml",
                xml.getBytes(StandardCharsets.ISO_8859_1)).statusCode());
        assertTrue(live.content().quads().stream().anyMatch(q -> q.getObject().toString().contains("café")));
    }

    /** It said that the patch held an aborted transaction, which it did not: Jena's reader aborts when a step fails. */
    @Test
    void aPatchTellsWhyAStepFailed() {
        HttpResponse<String> response = refused("PATCH", "/secretome/patch", "application/rdf-patch",
                "TX .\nA <relative> <http://e/b> 1 .\nTC .\n".getBytes(StandardCharsets.UTF_8));
        assertTrue(response.body().contains("'relative' is not an absolute IRI"), response.body());
    }

    private static HttpResponse<String> refused(String method, String path, String type, byte[] body) {
        LiveStore.Content before = live.content();
        HttpResponse<String> response = send(method, path, type, body);
        assertEquals(400, response.statusCode(), response.body());
        SparqlProtocolTest.assertPlain(response);
        assertFalse(response.body().contains("org."), response.body());
        assertEquals(before, live.content());
        return response;
    }

    private static HttpResponse<String> send(String method, String path, String type, byte[] body) {
        return live.http().send(live.http().request(path).header("Content-Type", type)
                .method(method, BodyPublishers.ofByteArray(body)));
    }
}
