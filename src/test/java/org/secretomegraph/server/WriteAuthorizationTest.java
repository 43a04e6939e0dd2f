package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secretomegraph.graph.store.GraphStore;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.server.http.ServerSettings;
import org.secretomegraph.server.write.PasswordFile;

/** Everybody reads. Users write with their password; without users, whoever sits at this machine. */
class WriteAuthorizationTest {
    private static final String UPDATE = "INSERT DATA { <http://example.org/a> <http://example.org/b> 1 }";

    @TempDir
    Path folder;

    private Path file(String content, String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve("users.txt"), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static HttpResponse<String> write(LiveStore live, String... headers) {
        return live.send("POST", "/secretome/update", "application/sparql-update", UPDATE, headers);
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void usersWriteWithTheirPasswordAndEverybodyReads() throws IOException {
        PasswordFile users = PasswordFile.read(file("# who may write\ncuration:pass:word\n\nédith:été\n", "rw-------"));
        try (LiveStore live = LiveStore.start(ServerSettings.local(), GraphStore.memory(), Optional.of(users))) {
            HttpResponse<String> nobody = write(live);
            assertEquals(401, nobody.statusCode());
            assertTrue(nobody.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Basic realm="));
            SparqlProtocolTest.assertPlain(nobody);
            for (String wrong : new String[] {basic("curation:pass"), basic("curation:"), basic(":"),
                    basic("nobody:pass:word"),
                    "Basic !!!", "Bearer x", basic("curation")}) {
                assertEquals(401, write(live, "Authorization", wrong).statusCode(), wrong);
            }
            assertEquals(401, live.send("PUT", "/secretome/data?default&dry-run=true", "text/turtle", "").statusCode());
            assertEquals(0, live.content().quads().size());
            assertEquals(200, live.http().ask("ASK {}").statusCode());
            assertEquals(204, write(live, "Authorization", basic("curation:pass:word")).statusCode());
            assertEquals(204, write(live, "Authorization", basic("édith:été")).statusCode());
            assertEquals(1, live.content().quads().size());
        }
    }

    @ParameterizedTest
    @CsvSource({"Origin, http://evil.example, 403", "Origin, null, 403", "X-Forwarded-For, 10.1.2.3, 403",
            "Forwarded, for=10.1.2.3, 403", "Via, 1.1 proxy, 403", "Accept, */*, 204"})
    void withoutUsersAProxyOrAnotherSitesPageMayNotWrite(String header, String value, int status) {
        try (LiveStore live = LiveStore.start(GraphStore.memory())) {
            assertEquals(status, write(live, header, value).statusCode());
            assertEquals(status == 204 ? 1 : 0, live.content().quads().size());
            String own = "http://localhost:" + live.http().server().port();
            assertEquals(204, write(live, "Origin", own).statusCode());
        }
    }

    @Test
    void anotherSitesPageMayNotWriteWithAUsersPassword() throws IOException {
        PasswordFile users = PasswordFile.read(file("a:b\n", "rw-------"));
        try (LiveStore live = LiveStore.start(ServerSettings.local(), GraphStore.memory(), Optional.of(users))) {
            assertEquals(403,
                    write(live, "Authorization", basic("a:b"), "Origin", "https://evil.example").statusCode());
        }
    }

    @Test
    void aFileThatEverybodyCanReadIsRefused() throws IOException {
        Path open = file("a:b\n", "rw-r--r--");
        assertTrue(assertThrows(InvalidInputException.class, () -> PasswordFile.read(open)).getMessage()
                .endsWith("run chmod 600 " + open));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nobody\n", "name\n", ":password\n", "name:\n", "a:b\na:c\n"})
    void aFileThatNamesNobodyOrSomebodyTwiceIsRefused(String content) throws IOException {
        Path file = file(content, "rw-------");
        assertThrows(InvalidInputException.class, () -> PasswordFile.read(file));
        assertThrows(InvalidInputException.class, () -> PasswordFile.read(folder.resolve("none.txt")));
    }

    /** The blank of {@code name: password} became part of the password, and no password that was typed was right. */
    @ParameterizedTest
    @ValueSource(strings = {"curation: secret", "curation :secret", "curation:\tsecret"})
    void aBlankBesideTheColonIsRefused(String line) throws IOException {
        Path users = file("# who may write\n" + line + "\n", "rw-------");
        assertEquals(users + ":2: write name:password without blanks beside the colon",
                assertThrows(InvalidInputException.class, () -> PasswordFile.read(users)).getMessage());
    }
}
