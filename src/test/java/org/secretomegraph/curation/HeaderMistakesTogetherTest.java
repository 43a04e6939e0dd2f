package org.secretomegraph.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.curation.read.ClaimSheet;
import org.secretomegraph.curation.read.HeaderCheck;
import org.secretomegraph.curation.read.SheetErrors;
import org.secretomegraph.curation.read.SheetReader;
import org.secretomegraph.report.Finding;

/**
 * Mistakes of a header stand together as they would alone: each is told once, at its line, whatever is wrong in the
 * others.
 * Once a second line that was no YAML, and that quotation marks do not mend, left the whole header unread.
 */
class HeaderMistakesTogetherTest {
    /** Ways to spoil a line, which is counted from 0, and the finding that it makes. */
    private record Spoilt(int line, String text, String rule) {
        String told() {
            return "A" + (line + 1) + " " + rule;
        }
    }

    private static final List<Spoilt> MISTAKES = List.of(
            new Spoilt(0, "# title: HGF: a factor", "Sheet-header"),
            new Spoilt(0, "# title: 'it's a factor'", "Sheet-header"),
            new Spoilt(0, "# title: \"HGF\" and others", "Sheet-header"),
            new Spoilt(0, "# title: [a, b", "Sheet-header"),
            new Spoilt(0, "# title = A sheet", "Sheet-header"),
            new Spoilt(0, "# title:A sheet", "Sheet-header"),
            new Spoilt(0, "# title: A sheet\u0007", "Sheet-character"),
            new Spoilt(0, "# titel: A sheet", "Sheet-headerEntry"),
            new Spoilt(0, "# title:", "Sheet-headerEntry"),
            new Spoilt(1, "# curator: https://orcid.org/0000-0002-1825-0098", "Sheet-headerEntry"),
            new Spoilt(1, "# curator: @jane", "Sheet-header"),
            new Spoilt(1, "#   curator: https://w3id.org/scso/curators", "Sheet-header"),
            new Spoilt(1, "# curator:https://w3id.org/scso/curators", "Sheet-header"),
            new Spoilt(1, "# curator https://w3id.org/scso/curators", "Sheet-header"),
            new Spoilt(2, "# licence: CC BY 4.0", "Sheet-headerEntry"),
            new Spoilt(2, "# license: https://creativecommons.org/licenses/by/4.0/", "Sheet-headerEntry"),
            new Spoilt(2, "# licence: `CC BY", "Sheet-header"),
            new Spoilt(2, "# licence: 'https://creativecommons.org/licenses/by/4.0/", "Sheet-header"),
            new Spoilt(3, "# date: 23.11.2026", "Sheet-headerEntry"),
            new Spoilt(3, "# date: @tomorrow", "Sheet-header"),
            new Spoilt(3, "# date: 2026-11-23 : changed", "Sheet-header"),
            new Spoilt(3, "# date: 2026-11-23: changed", "Sheet-header"),
            new Spoilt(7, "#   GO: http://example.org/GO_", "Sheet-prefixes"),
            new Spoilt(7, "#   GO: http://purl.obolibrary.org/obo/GO:", "Sheet-header"),
            new Spoilt(7, "#   GO:http://purl.obolibrary.org/obo/GO_", "Sheet-header"),
            new Spoilt(7, "#   GO http://purl.obolibrary.org/obo/GO_", "Sheet-header"),
            new Spoilt(7, "#     GO: http://purl.obolibrary.org/obo/GO_", "Sheet-header"),
            new Spoilt(7, "# GO: http://purl.obolibrary.org/obo/GO_", "Sheet-headerEntry"),
            new Spoilt(8, "#   HGMC: http://identifiers.org/hgnc/", "Sheet-prefixes"),
            new Spoilt(8, "#   HGNC: \"http://identifiers.org/hgnc/", "Sheet-header"));

    @TempDir
    Path folder;

    private static CleanSheet spoilt(List<Spoilt> planted) {
        CleanSheet sheet = new CleanSheet(2);
        planted.forEach(s -> sheet.header.set(s.line(), s.text()));
        return sheet;
    }

    /** What the rows of the sheet make of it too. */
    private String toldOfAll(List<Spoilt> planted) throws IOException {
        return brief(CleanSheet.findings(folder, spoilt(planted).text()));
    }

    private String told(List<Spoilt> planted) throws IOException {
        SheetErrors faults = new SheetErrors("sheet.tsv");
        ClaimSheet sheet = SheetReader.read(spoilt(planted).write(folder.resolve("sheet.tsv")), faults);
        HeaderCheck.check(sheet.header(), LocalDate.now(CleanSheet.CLOCK), faults);
        return brief(faults.findings());
    }

    private static String brief(List<Finding> findings) {
        return findings.stream()
                .map(f -> f.place().cell() + " " + f.ruleName()).sorted().collect(Collectors.joining("\n"));
    }

    private static String expected(List<Spoilt> planted) {
        return planted.stream().map(Spoilt::told).sorted().collect(Collectors.joining("\n"));
    }

    @Test
    void eachAloneIsOneFindingAtItsLine() throws IOException {
        for (Spoilt s : MISTAKES) {
            assertEquals(s.told(), told(List.of(s)), s.text());
            assertEquals(s.told(), toldOfAll(List.of(s)), s.text());
        }
    }

    @Test
    void eachPairIsTwoFindings() throws IOException {
        int pairs = 0;
        for (Spoilt a : MISTAKES) {
            for (Spoilt b : MISTAKES) {
                if (a.line() < b.line()) {
                    assertEquals(expected(List.of(a, b)), told(List.of(a, b)), a.text() + "\n" + b.text());
                    pairs++;
                }
            }
        }
        assertTrue(pairs >= 300, pairs + " pairs");
    }

    @Test
    void manyAtOnce() throws IOException {
        for (long seed = 1; seed <= 12; seed++) {
            List<Spoilt> all = new ArrayList<>(MISTAKES);
            Collections.shuffle(all, new Random(seed));
            TreeSet<Integer> lines = new TreeSet<>();
            List<Spoilt> planted = all.stream().filter(s -> lines.add(s.line())).toList();
            assertTrue(planted.size() >= 6);
            assertEquals(expected(planted), toldOfAll(planted), "seed " + seed + ": " + planted);
        }
    }
}
