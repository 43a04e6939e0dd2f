package org.secretomegraph.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.JavaProcess;
import org.secretomegraph.graph.store.GraphStore;

/** {@code secretome serve --store}: what is kept, who may change it, and what cannot be used is told in one line. */
class ServeStoreTest {
    private static final String DATA = "src/test/resources/server/small.trig";
    private static final String UPDATE = "INSERT DATA { <http://example.org/a> <http://example.org/b> 1 }";

    @TempDir
    Path folder;

    @Test
    void aDurableStoreIsFilledOnceAndKeepsWhatWasWritten() throws Exception {
        String store = "tdb2:" + folder.resolve("store");
        serve(url -> {
            assertEquals(204, update(url).statusCode());
            HttpResponse<String> wrong = send(url + "secretome/data?default", "text/turtle",
                    "<http://example.org/c> a <https://w3id.org/scso/Claim> .");
            assertEquals(422, wrong.statusCode(), wrong.body());
        }, "40 triples, 1 claims", "--store", store, "--allow-updates", "--data", DATA);
        serve(url -> assertEquals(403, update(url).statusCode()), "41 triples, 1 claims", "--store", store, "--data",
                DATA,
                "--compact");
    }

    @Test
    void memoryTakesUpdatesWhenToldTo() throws Exception {
        serve(url -> {
            assertEquals(204, update(url).statusCode());
            HttpResponse<String> odd = send(url + "secretome/data?default", "text/turtle",
                    "<https://doi.org/10.5555/w> a"
                            + " <https://w3id.org/scso/Publication> ; <http://purl.org/dc/terms/title> 'Without a year' ;"
                            + " <http://purl.org/ontology/bibo/doi> '10.5555/w' ; <https://w3id.org/scso/studyKind>"
                            + " <https://w3id.org/scso/primary> .");
            assertEquals(422, odd.statusCode(), "--fail-on moves the line here too: " + odd.body());
        }, "40 triples, 1 claims", "--allow-updates", "--fail-on", "warning", "--data", DATA);
    }

    @Test
    void usersMustGiveTheirPassword() throws Exception {
        Path users = Files.writeString(folder.resolve("users"), "curation:secret\n");
        Files.setPosixFilePermissions(users, PosixFilePermissions.fromString("rw-------"));
        serve(url -> assertEquals(401, update(url).statusCode()), "40 triples, 1 claims", "--allow-updates", "--users",
                users.toString(), "--data", DATA);
        Files.setPosixFilePermissions(users, PosixFilePermissions.fromString("rw-r--r--"));
        assertFails("secretome: " + users + ": all users of this machine can read the passwords", "--allow-updates",
                "--users", users.toString(), "--data", DATA);
    }

    @Test
    void tellsInOneLineThatAFolderIsNoStoreOrInUse() throws Exception {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("letter.txt"), "Dear editor");
        assertFails("secretome: " + other + ": is not a TDB2 store and not empty", "--store", "tdb2:" + other, "--data",
                DATA);
        Path file = Files.writeString(folder.resolve("file"), "");
        assertFails("secretome: " + file + ": cannot be used as a TDB2 store", "--store", "tdb2:" + file, "--data",
                DATA);
        Path used = folder.resolve("used");
        try (GraphStore store = GraphStore.tdb2(used)) {
            assertFails(
                    "secretome: " + used + ": cannot be used as a TDB2 store: process " + ProcessHandle.current().pid()
                            + " uses it; write to that server, or stop it first",
                    "--store", "tdb2:" + used, "--data", DATA);
        }
    }

    @Test
    void tellsWhichStoresThereAre() throws Exception {
        assertTrue(fails("--store", "sqlite:x").get(0).contains("--store is memory or tdb2:DIR, not 'sqlite:x'"));
        assertTrue(fails("--users", "x").get(0).contains("--users needs --allow-updates"));
        assertTrue(fails("--compact").get(0).contains("add --store tdb2:DIR"));
    }

    private interface Check {
        void of(String url) throws Exception;
    }

    private static void serve(Check check, String content, String... options) throws Exception {
        Process server = secretome(options);
        try (BufferedReader err = server.errorReader()) {
            if (List.of(options).contains("--compact")) {
                String compacted = err.readLine();
                assertTrue(compacted.endsWith("store was compacted"), compacted);
            }
            String loaded = err.readLine();
            assertTrue(loaded.startsWith("secretome: " + content), loaded);
            check.of(err.readLine().replaceFirst(".* ", ""));
            server.toHandle().destroy(); // SIGTERM
            assertTrue(server.waitFor(10, TimeUnit.MINUTES));
            assertEquals(null, err.readLine());
        } finally {
            server.destroyForcibly();
        }
    }

    private static void assertFails(String beginning, String... options) throws Exception {
        List<String> lines = fails(options);
        assertEquals(1, lines.size(), lines.toString());
        assertTrue(lines.get(0).startsWith(beginning), lines.get(0));
    }

    private static List<String> fails(String... options) throws Exception {
        Process process = secretome(options);
        try (BufferedReader err = process.errorReader()) {
            List<String> lines = err.lines().toList();
            assertTrue(process.waitFor(10, TimeUnit.MINUTES));
            assertEquals(2, process.exitValue(), lines.toString());
            return lines;
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process secretome(String... options) throws IOException {
        return JavaProcess.secretome(Stream.concat(Stream.of("serve", "--port", "0"), Stream.of(options))
                .toArray(String[]::new)).start();
    }

    private static HttpResponse<String> update(String url) throws IOException, InterruptedException {
        return send(url + "secretome/update", "application/sparql-update", UPDATE);
    }

    private static HttpResponse<String> send(String url, String type, String body)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url)).header("Content-Type", type)
                    .POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        }
    }
}
