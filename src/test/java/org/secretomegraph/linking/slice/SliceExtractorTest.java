package org.secretomegraph.linking.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.io.ReadProgress;
import org.secretomegraph.linking.release.OntologyRelease;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.Location;

/** One made-up ontology in every format: the slice must be the same to the byte, but for the sentence on its origin. */
class SliceExtractorTest {
    private static final Path FILES = Path.of("src/test/resources/link/release");
    private static final String OBO = "http://purl.obolibrary.org/obo/";
    private static final TermUsage NOTHING = new TermUsage(Snapshot.load(List.of(), List.of()));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"tiny.obo", "tiny.json", "tiny.owl", "tiny.ttl"})
    void makesTheSameSliceFromEveryFormat(String name) throws IOException {
        SliceExtractor.Result result = slice(FILES.resolve(name), wanted(2, 3, 6, 20, 100), Set.of());
        Path expected = FILES.resolve("tiny.slice.ttl");
        if (System.getProperty("bless") != null) {
            Files.writeString(expected, withoutOrigin(result.text().orElseThrow()));
        }
        assertEquals(Files.readString(expected), withoutOrigin(result.text().orElseThrow()));
        assertTrue(result.text().get().contains("Made from " + name + " ("), "the origin names the file");
        assertTrue(result.text().get().matches("(?s).*SHA-256 [0-9a-f]{64}\\) of the release 2026-01-31\\..*"));
    }

    @Test
    void tellsTheFormatByTheContentAndNotByTheName() throws IOException {
        Path disguised = folder.resolve("release.txt");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(disguised))) {
            Files.copy(FILES.resolve("tiny.json"), out);
        }
        assertEquals(withoutOrigin(slice(FILES.resolve("tiny.obo"), wanted(3), Set.of()).text().orElseThrow()),
                withoutOrigin(slice(disguised, wanted(3), Set.of()).text().orElseThrow()));
    }

    @Test
    void takesAncestorsOnlyUpToTheGivenRoot() {
        String all = slice(FILES.resolve("tiny.obo"), wanted(3), Set.of()).text().orElseThrow();
        String some = slice(FILES.resolve("tiny.obo"), wanted(3), Set.of(OBO + "TST_0000004")).text().orElseThrow();
        assertTrue(all.contains("obo:TST_0000001\n"));
        assertTrue(some.contains("obo:TST_0000004\n    a owl:Class ;\n    rdfs:label \"whole thing\""));
        String ofTheRoot = some.substring(some.indexOf("obo:TST_0000004\n"));
        assertTrue(!ofTheRoot.contains("subClassOf"), "nothing is above the root: " + ofTheRoot);
    }

    @Test
    void reportsUnknownTermsAndWritesNothing() {
        SliceExtractor.Result result = slice(FILES.resolve("tiny.obo"), wanted(3, 999), Set.of());
        assertTrue(result.text().isEmpty());
        assertEquals(List.of("Identifier-unknown violation list.txt:2 TST:0000999 is unknown to "
                + FILES.resolve("tiny.obo")), told(result));
    }

    @Test
    void reportsWithdrawnAndMergedTermsWithWhatReplacesThem() {
        SliceExtractor.Result result = slice(FILES.resolve("tiny.json"), wanted(6, 20, 8, 10), Set.of());
        assertEquals(List.of(
                "Identifier-obsolete warning list.txt:1 TST:0000006 is withdrawn, replaced by TST:0000007, that by TST:0000003",
                "Identifier-obsolete warning list.txt:2 TST:0000020 is withdrawn, replaced by TST:0000002",
                "Identifier-obsolete warning list.txt:3 TST:0000008 is withdrawn, without a single replacement",
                "Identifier-replacementCycle warning list.txt:4 TST:0000010 is withdrawn, and its replacements lead in a"
                        + " circle: TST:0000010, TST:0000011, TST:0000010"),
                told(result));
        assertTrue(result.text().isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"graphs\": [ {\"nodes\": [ {\"id\": ",
            "@prefix obo: <http://purl.obolibrary.org/obo/> .\nobo:a obo:b",
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description>",
            "format-version: 1.4\n\n[Term]\nname: no id", "format-version: 1.4\n\n[Term]\nid: TST:1\nwhat is this"})
    void saysWhereABrokenReleaseBreaks(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("broken"), text);
        InvalidInputException refusal = assertThrows(InvalidInputException.class,
                () -> new SliceExtractor(OntologyRelease.open(file, ReadProgress.SILENT), NOTHING));
        assertTrue(refusal.getMessage().startsWith(file.toString()), refusal.getMessage());
        assertTrue(!refusal.getMessage().contains("\n"), refusal.getMessage());
    }

    private static SliceExtractor.Result slice(Path file, List<SeedTerm> wanted, Set<String> top) {
        return new SliceExtractor(OntologyRelease.open(file, ReadProgress.SILENT), NOTHING).slice(wanted, top,
                List.of());
    }

    private static List<SeedTerm> wanted(int... numbers) {
        return Stream.iterate(0, i -> i < numbers.length, i -> i + 1).map(i -> new SeedTerm(
                OBO + "TST_%07d".formatted(numbers[i]), Location.inText("list.txt", i + 1, ""))).toList();
    }

    private static List<String> told(SliceExtractor.Result result) {
        return result.findings().stream().map(SliceExtractorTest::told).toList();
    }

    private static String told(Finding f) {
        return f.ruleName() + " " + f.severity() + " " + f.place() + " " + f.problem();
    }

    private static String withoutOrigin(String slice) {
        return slice.replaceAll("Made from [^\"]*", "");
    }
}
