package org.secretomegraph.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.JavaProcess;
import org.secretomegraph.Proof;

/**
 * A server takes a body that is larger than what it would keep of it in memory, or refuses it in a line. Before, all
 * statements of a body were held, and once more as a graph: two hundred megabytes of N-Triples ended a server of one
 * gigabyte.
 */
@Proof
class LargeBodyTest {
    /** More than a change may have in memory. */
    private static final int TRIPLES = 260_000;

    @TempDir
    private Path folder;

    @Test
    void aSmallServerTakesALargeBodyOrRefusesItInALine() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Path first = Files.writeString(folder.resolve("first.nt"),
                "<http://example.org/a> <http://example.org/p> \"a\" .\n");
        Process server = JavaProcess.secretome(
                List.of("-Xmx224m", "-XX:-UsePerfData", "-XX:+ExitOnOutOfMemoryError", "-Djava.io.tmpdir=" + temporary),
                "serve", "--port", "0", "--store", "tdb2:" + folder.resolve("store"), "--allow-updates", "--data",
                first.toString(), "--write-timeout", "250", "--max-body", "64").start();
        try (BufferedReader err = server.errorReader(); HttpClient http = HttpClient.newHttpClient()) {
            String url = JavaProcess.url(err);
            Path body = body();
            HttpResponse<String> taken = put(http, url, body);
            assertEquals(201, taken.statusCode(), taken.body());
            assertTrue(taken.body().contains("\"tripleCount\" : " + TRIPLES), taken.body());
            assertEquals(TRIPLES, count(http, url));

            Files.writeString(body, "<http://example.org/no triple\n", StandardOpenOption.APPEND);
            HttpResponse<String> refused = put(http, url, body);
            assertEquals(400, refused.statusCode());
            assertTrue(refused.body().startsWith("Parse error at line " + (TRIPLES + 1) + ", "), refused.body());
            assertEquals(1, refused.body().lines().count());
            assertEquals(TRIPLES, count(http, url));
            try (Stream<Path> left = Files.list(temporary)) {
                assertEquals(List.of(), left.toList());
            }
            assertTooLong(http, url);
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    /** As N-Triples in which each resource has ten. */
    private Path body() throws IOException {
        Path body = folder.resolve("body.nt");
        try (BufferedWriter out = Files.newBufferedWriter(body)) {
            for (int i = 0; i < TRIPLES; i++) {
                out.write("<http://example.org/a-resource/" + i / 10 + "> <http://example.org/property/" + i % 10
                        + "> <http://example.org/another-resource/" + i / 10 % 100 + "> .\n");
            }
        }
        return body;
    }

    private static void assertTooLong(HttpClient http, String url) throws IOException, InterruptedException {
        byte[] long65 = new byte[65 << 20];
        Arrays.fill(long65, (byte) '\n');
        HttpResponse<String> tooLong =
                http.send(request(url).PUT(HttpRequest.BodyPublishers.ofByteArray(long65)).build(),
                        HttpResponse.BodyHandlers.ofString());
        assertEquals(413, tooLong.statusCode());
        assertEquals(
                "The request is longer than 64 MB. Send it in parts, or start the server with a larger --max-body.",
                tooLong.body().strip());
    }

    private static HttpResponse<String> put(HttpClient http, String url, Path body)
            throws IOException, InterruptedException {
        return http.send(request(url).PUT(HttpRequest.BodyPublishers.ofFile(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url + "secretome/data?graph=http://example.org/large"))
                .header("Content-Type", "application/n-triples");
    }

    private static int count(HttpClient http, String url) throws IOException, InterruptedException {
        String query = "SELECT (COUNT(*) AS ?n) { GRAPH <http://example.org/large> { ?s ?p ?o } }";
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(url + "secretome/sparql"))
                .header("Content-Type", "application/sparql-query").header("Accept", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(query)).build(), HttpResponse.BodyHandlers.ofString());
        return Integer.parseInt(answer.body().lines().skip(1).findFirst().orElseThrow().strip());
    }
}
