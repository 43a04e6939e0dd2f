package org.secretomegraph.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.secretomegraph.cli.CommandRun.run;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.FilledStore;
import org.secretomegraph.graph.NamedGraphs;

/** What a curator sees of {@code secretome new-claim-sheet} and {@code secretome curate}. */
class CurateCommandTest {
    private static final Path CURATED = Path.of("ontology/curation/encyclopedia.tsv");

    @TempDir
    Path folder;

    @Test
    void aNewSheetWithItsExampleCanBeWritten() throws IOException {
        Path sheet = newSheet();
        CommandRun run = run("curate", sheet.toString(), "--dry-run");
        assertEquals(0, run.code(), run.err());
        assertEquals("""
                good: it would be written; 1 claim added, 0 changed, 0 removed, 0 unchanged
                  + example2026-01
                """, run.out());
        assertEquals("0 violations, 0 warnings, 0 info\n", run.err());
    }

    @Test
    void aNewSheetDoesNotOverwrite() throws IOException {
        Path sheet = newSheet();
        String before = Files.readString(sheet);
        CommandRun run = run("new-claim-sheet", sheet.toString());
        assertEquals(2, run.code());
        assertTrue(run.err().contains("is there already"), run.err());
        assertEquals(before, Files.readString(sheet));
        assertEquals(before.replace("\nexample2026", "\n#example2026"), run("new-claim-sheet").out());
    }

    @Test
    void aCuratedSheetChangesNothing() {
        CommandRun run = run("curate", CURATED.toString(), "--dry-run");
        assertEquals(0, run.code(), run.out() + run.err());
        assertTrue(
                run.out().matches(
                        "(?s).*good: it would be written; 0 claims added, 0 changed, 0 removed, \\d+ unchanged\n"),
                run.out());
    }

    /** The way back from RDF to TSV, as a curator goes it who wants to edit what somebody else curated. */
    @Test
    void aKeptSheetIsWrittenAndChangesNothing() throws IOException {
        Path sheet = folder.resolve("encyclopedia.tsv");
        assertEquals(0, run("new-claim-sheet", "--of", "encyclopedia", sheet.toString()).code());
        List<String> rows = Files.readAllLines(CURATED).stream().filter(line -> !line.startsWith("#")).toList();
        assertEquals(rows, Files.readAllLines(sheet).stream().filter(line -> !line.startsWith("#")).toList());
        CommandRun again = run("curate", sheet.toString(), "--dry-run");
        assertTrue(again.out().contains("0 claims added, 0 changed, 0 removed, " + (rows.size() - 1) + " unchanged"),
                again.out());

        assertTrue(run("new-claim-sheet", "--of", "nothing").err().contains("holds no claim sheet 'nothing'"));
        assertTrue(run("new-claim-sheet", "--of", "x", "--from", "tdb2:" + folder.resolve("none")).err()
                .contains("no such store"));
        assertTrue(run("new-claim-sheet", "--from", "tdb2:x").err().contains("say with --of which sheet"));
    }

    @Test
    void changesAreToldByKey() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(CURATED));
        int first = (int) lines.stream().takeWhile(line -> line.startsWith("#")).count() + 1;
        String removed = lines.remove(first).replaceFirst("\t.*", "");
        String changed = lines.get(first).replaceFirst("\t.*", "");
        lines.set(first, lines.get(first).replaceFirst("\\.\t(secondHand|title|abstract|part|whole|record)\t",
                " indeed.\t$1\t"));
        lines.add(lines.get(first + 1).replaceFirst("^[^\t]+", "brand-new-01").replaceFirst("\tsupports\t",
                "\tnoEffect\t"));
        Path sheet = Files.write(folder.resolve("encyclopedia.tsv"), lines);
        CommandRun run = run("curate", sheet.toString(), "--dry-run", "--fail-on", "violation");
        assertTrue(run.out().contains("1 claim added, 1 changed, 1 removed"), run.out());
        assertTrue(run.out().endsWith("  + brand-new-01\n  ~ " + changed + "\n  - " + removed + "\n"), run.out());
    }

    /** A graph is named after the file, and its name is an IRI whatever the file is called. */
    @Test
    void aSheetOfAnyNameCanBeWrittenAndIsKnownAgain() throws IOException {
        Path sheet = Files.move(newSheet(), folder.resolve("Blatt #1 (50%) f\u00FCr <mich>?.tsv"));
        String store = "tdb2:" + FilledStore.copyTo(folder.resolve("db"));
        assertEquals(0, run("curate", sheet.toString(), "--into", store).code());
        assertTrue(run("curate", sheet.toString(), "--into", store, "--dry-run").out().contains("0 claims added"));
        Path copy = Files.copy(sheet, folder.resolve("copy.tsv"));
        assertTrue(run("curate", copy.toString(), "--into", store).out()
                .contains("the key is in use in Blatt #1 (50%) f\u00FCr <mich>?.tsv"));
        assertEquals("https://w3id.org/scso/graph/curation/Blatt%20%231%20(50%25)%20f\u00FCr%20%3Cmich%3E%3F",
                NamedGraphs.curation("Blatt #1 (50%) f\u00FCr <mich>?").getURI());
    }

    @Test
    void keysOfAnotherSheetAreRefused() throws IOException {
        Path copy = Files.copy(CURATED, folder.resolve("copy.tsv"));
        CommandRun run = run("curate", copy.toString(), "--dry-run", "--format", "json");
        assertEquals(1, run.code());
        assertTrue(run.out().contains("Sheet-keyTwice"), run.out());
        assertTrue(run.err().startsWith("refused: nothing was changed"), run.err());
        assertEquals(0, run("curate", copy.toString(), "--dry-run", "--as", "encyclopedia").code());
        assertEquals(0, run("validate", copy.toString()).code());
    }

    @Test
    void aSpoiltSheetIsRefused() throws IOException {
        Path sheet = newSheet();
        Files.writeString(sheet, Files.readString(sheet).replace("\tangiogenesis\t", "\tangiogenisis\t"));
        CommandRun run = run("curate", sheet.toString(), "--dry-run");
        assertEquals(1, run.code());
        assertTrue(run.out().contains(":G object_label: violation \"angiogenisis\""), run.out());
        assertTrue(run.out().contains("Did you mean angiogenesis?"), run.out());
    }

    @Test
    void writesIntoAStoreThroughTheGuard() throws IOException {
        Path sheet = newSheet();
        String store = "tdb2:" + folder.resolve("db");
        assertEquals(0, run("curate", sheet.toString(), "--into", store, "--dry-run").code());
        assertFalse(Files.exists(folder.resolve("db")));
        FilledStore.copyTo(folder.resolve("db"));
        assertTrue(run("curate", sheet.toString(), "--into", store).out().startsWith("written: 1 claim added"));
        assertTrue(run("curate", sheet.toString(), "--into", store).out()
                .startsWith("written: 0 claims added, 0 changed"));
        Files.writeString(sheet, Files.readString(sheet).replace("\tsupports\t", "\tsuports\t"));
        assertEquals(1, run("curate", sheet.toString(), "--into", store).code());
        Files.writeString(sheet, Files.readString(sheet).replace("\tsuports\t", "\trefutes\t"));
        assertTrue(run("curate", sheet.toString(), "--into", store).out()
                .startsWith("written: 0 claims added, 1 changed"));
    }

    @Test
    void writesIntoAServerAndShowsItsFindingsAtTheCells() throws IOException {
        Path sheet = newSheet();
        List<String> asked = new ArrayList<>();
        int[] answer = {204};
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (exchange.getRequestURI().getPath().endsWith("/sparql")) {
                exchange.sendResponseHeaders(404, -1); // a Graph Store and no more
                exchange.close();
                return;
            }
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + body.contains("example2026-01"));
            boolean isRefusal = exchange.getRequestMethod().equals("PUT") && answer[0] == 422;
            byte[] said = (isRefusal ? """
                    {"findings": [{"severity": "violation", "file": "", "line": 0, "column": "outcome", "focus":
                    "https://w3id.org/scso/claim/example2026-01", "path": "https://w3id.org/scso/outcome", "value": "x",
                    "rule": "https://w3id.org/scso/rule/Claim-contradiction", "problem": "p", "remedy": "r.",
                    "suggestion": "", "letter": "", "cell": ""}]}""" : "").getBytes(StandardCharsets.UTF_8);
            int code = exchange.getRequestMethod().equals("GET") ? 404 : answer[0];
            exchange.sendResponseHeaders(code, said.length == 0 ? -1 : said.length);
            exchange.getResponseBody().write(said);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://localhost:" + server.getAddress().getPort() + "/";
            assertEquals(0, run("curate", sheet.toString(), "--into", url, "--dry-run").code());
            assertEquals(List.of("GET", "POST"), asked.stream().map(a -> a.replaceFirst(" .*", "")).toList(),
                    "a server that does not know dry runs is sent nothing");
            assertTrue(run("curate", sheet.toString(), "--into", url).out().startsWith("written: 1 claim added"));
            assertEquals("PUT /secretome/data?graph=https%3A%2F%2Fw3id.org%2Fscso%2Fgraph%2Fcuration%2Fmy true",
                    asked.get(3));
            answer[0] = 422;
            CommandRun refused = run("curate", sheet.toString(), "--into", url);
            assertEquals(1, refused.code(), refused.err());
            assertTrue(refused.out().contains("my.tsv:" + rowOfExample(sheet) + ":H outcome: violation"),
                    refused.out());
            answer[0] = 405;
            assertTrue(run("curate", sheet.toString(), "--into", url).err().contains("--allow-updates"));
            answer[0] = 500;
            assertEquals(2, run("curate", sheet.toString(), "--into", url).code());
        } finally {
            server.stop(0);
        }
        assertTrue(run("curate", sheet.toString(), "--into", "http://localhost:1/").err()
                .contains("no server answers there"));
    }

    @Test
    void whatCannotBeDoneIsToldInOneLine() throws IOException {
        Path sheet = newSheet();
        for (String[] args : List.of(new String[] {"curate", sheet.toString()},
                new String[] {"curate", folder.resolve("missing.tsv").toString(), "--dry-run"},
                new String[] {"curate", folder.toString(), "--dry-run"},
                new String[] {"curate", sheet.toString(), "--into", "elsewhere"},
                new String[] {"curate", sheet.toString(), "--into", "tdb2:" + sheet})) {
            CommandRun run = run(args);
            assertEquals(2, run.code(), run.out() + run.err());
            assertEquals(1, run.err().lines().count(), run.err());
            assertFalse(run.err().contains("our fault"), run.err());
        }
    }

    private static int rowOfExample(Path sheet) throws IOException {
        return Files.readAllLines(sheet).size();
    }

    private Path newSheet() throws IOException {
        Path sheet = folder.resolve("my.tsv");
        assertEquals(0, run("new-claim-sheet", sheet.toString()).code());
        return Files.writeString(sheet, Files.readString(sheet).replace("\n#example", "\nexample"));
    }
}
