package org.secretomegraph.release;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.vocab.Scso;

/** The error rate that a release states is counted from the readings. */
class SecondReadingTest {
    @TempDir
    private Path folder;

    @Test
    void countsClaimsAndNotRows() throws IOException {
        Path table = Files.writeString(folder.resolve("readings.tsv"), """
                # a comment
                key\tfield\tverdict\tnote\tdate
                a\ttriple\tright\t\t2026-12-01
                a\tassay\tmissing\tthe abstract names an ELISA\t2026-12-01
                a\tyear\twrong\tone year late\t2026-12-01
                b\ttriple\twrong\tthe text says the opposite\t2026-12-01
                b\totherFields\tright\t\t2026-12-01
                c\ttriple\tnotFound\t\t2026-12-01
                d\ttriple\tright\t\t2026-12-01
                d\totherFields\tright\t\t2026-12-01
                """);
        assertEquals(new SecondReading(4, 3, 1, 1), SecondReading.of(table));
    }

    /** The limits as R's prop.test(1, 3, correct = FALSE) and prop.test(0, 200, correct = FALSE) define them. */
    @Test
    void theIntervalHoldsForSmallCounts() {
        assertArrayEquals(new double[] {0.0615, 0.7923}, SecondReading.interval(1, 3), 0.0001);
        assertArrayEquals(new double[] {0, 0.0188}, SecondReading.interval(0, 200), 0.0001);
    }

    @Test
    void whatTheDocumentationSaysIsWhatTheReadingsHold() throws IOException {
        String page = Files.readString(Path.of("docs/error-rate.md")).replaceAll("\\s+", " ");
        String counted = SecondReading.of(BundledGraph.services().readings()).text().replaceAll("\\s+", " ").strip();
        assertTrue(page.contains(counted), counted);
    }

    @Test
    void everyClaimThatWasReadIsOneOfOurs() throws IOException {
        Set<String> claims = BundledGraph.snapshot().union().stream(Node.ANY, Scso.finding, Node.ANY)
                .map(t -> t.getSubject().getURI().replaceFirst(".*/claim/", "")).collect(Collectors.toSet());
        List<String> unknown = Files.readAllLines(BundledGraph.services().readings()).stream()
                .filter(l -> !l.startsWith("#") && !l.startsWith("key\t")).map(l -> l.split("\t")[0])
                .filter(key -> !claims.contains(key)).distinct().toList();
        assertEquals(List.of(), unknown, "claims that are no longer in the graph");
    }
}
