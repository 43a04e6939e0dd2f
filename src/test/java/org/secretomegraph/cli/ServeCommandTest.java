package org.secretomegraph.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secretomegraph.JavaProcess;

/** {@code secretome serve} as a person starts and stops it: in a process of its own. */
class ServeCommandTest {
    private static final Path DATA = Path.of("src/test/resources/server/small.trig");

    @Test
    void tellsWhatItLoadedAndWhereItIsAndStopsWhenToldTo() throws Exception {
        Process server = secretome("serve", "--port", "0", "--data", DATA.toString());
        try (BufferedReader err = server.errorReader()) {
            String loaded = err.readLine();
            assertTrue(loaded.matches("secretome: 40 triples, 1 claims?, loaded in [0-9.]+ s"), loaded);
            String ready = err.readLine();
            assertTrue(ready.matches("secretome: ready at http://localhost:\\d+/"), ready);
            assertEquals(200, status(ready.replaceFirst(".* ", "") + "health"));
            server.toHandle().destroy(); // SIGTERM
            assertTrue(server.waitFor(10, TimeUnit.MINUTES));
            assertEquals(null, err.readLine());
            assertEquals(-1, server.getInputStream().read(), "stdout is for results");
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void tellsInOneLineThatThePortIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertFails("secretome: port " + taken.getLocalPort() + " is in use", "serve", "--port",
                    String.valueOf(taken.getLocalPort()), "--data", DATA.toString());
        }
    }

    @Test
    void tellsInOneLineWhereTheDataIsWrong(@TempDir Path folder) throws Exception {
        Path bad = Files.writeString(folder.resolve("bad.ttl"),
                "<http://example.org/a> <http://example.org/b>\n  nonsense .\n");
        assertFails("secretome: " + bad + ":2:", "serve", "--port", "0", "--data", bad.toString());
        assertFails("secretome: " + folder.resolve("none.ttl") + ": no such file", "serve", "--port", "0", "--data",
                folder.resolve("none.ttl").toString());
    }

    @ParameterizedTest
    @CsvSource({"--timeout, 0", "--port, 70000", "--port, -1"})
    void tellsInOneLineWhatCannotBe(String option, String value) throws Exception {
        assertFails("secretome: ", "serve", "--data", DATA.toString(), option, value);
    }

    private static void assertFails(String beginning, String... arguments) throws Exception {
        Process process = secretome(arguments);
        try (BufferedReader err = process.errorReader()) {
            List<String> lines = err.lines().toList();
            assertTrue(process.waitFor(10, TimeUnit.MINUTES));
            assertEquals(1, lines.size(), lines.toString());
            assertTrue(lines.get(0).startsWith(beginning), lines.get(0));
            assertEquals(2, process.exitValue());
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process secretome(String... arguments) throws IOException {
        return JavaProcess.secretome(arguments).start();
    }

    private static int status(String address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client
                    .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
