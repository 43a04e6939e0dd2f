package org.secretomegraph.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code secretome link check --standing}, as a person types it: one publication of the bundled graph is said to be retracted. */
class LinkCheckCommandTest {
    /** Of the sheet on organ repair; two of its claims make or dispute direct links. */
    private static final String PUBLICATION = "DOI:10.1186/s13287-015-0019-z";

    @TempDir
    private Path folder;

    @Test
    void tellsEachRowAndEachLinkOfTheBundledGraph() throws IOException {
        CommandRun run = CommandRun.run("link", "check", "--standing", list(PUBLICATION), "--colour", "never");
        assertEquals(1, run.code(), run.err());
        assertTrue(run.out().contains("ontology/curation/organ-repair.tsv:"), run.out());
        assertTrue(run.out().contains("[Standing-retracted]") && run.out().contains("[Standing-link]"), run.out());
        assertTrue(run.err().contains("publications: 1 of "), run.err());
    }

    @Test
    void tellsTheSameInJsonAndSarif() throws IOException {
        String list = list(PUBLICATION);
        JsonArray findings = JSON.parse(CommandRun.run("link", "check", "--standing", list, "--format", "json").out())
                .get("findings").getAsArray();
        assertTrue(findings.stream().anyMatch(f -> f.getAsObject().getString("rule").endsWith("Standing-retracted")
                && f.getAsObject().getString("file").endsWith("organ-repair.tsv")
                && f.getAsObject().getString("column").equals("doi")), findings::toString);
        assertTrue(CommandRun.run("link", "check", "--standing", list, "--format", "sarif").out()
                .contains("Standing-link"));
    }

    @Test
    void passesWhenNothingIsRetracted() throws IOException {
        CommandRun run = CommandRun.run("link", "check", "--standing", list("PMID:1"));
        assertEquals(0, run.code(), run.out());
        assertTrue(run.err().contains("publications: 0 of "), run.err());
    }

    @Test
    void writesATableOnlyOfWhatAListSays() {
        CommandRun run = CommandRun.run("link", "check", "--record", folder.resolve("standing.tsv").toString());
        assertEquals(2, run.code());
        assertTrue(run.err().contains("name one with --standing"), run.err());
    }

    private String list(String line) throws IOException {
        return Files.writeString(folder.resolve("list.txt"), line + "\n").toString();
    }
}
