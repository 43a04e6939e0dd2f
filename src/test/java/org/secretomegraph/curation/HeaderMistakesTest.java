package org.secretomegraph.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.curation.read.HeaderCheck;

/** Mistakes in the lines above the column names: each is one finding at its line, and none hides another. */
class HeaderMistakesTest {
    private static final int FIRST = CleanSheet.FIRST_ROW;

    @TempDir
    Path folder;

    private List<String> brief(String content) throws IOException {
        return CleanSheet.brief(CleanSheet.findings(folder, content));
    }

    @Test
    void findsMistakesOfTheHeader() throws IOException {
        record Spoilt(int line, String text, String place) {}
        for (Spoilt s : List.of(new Spoilt(0, "# title:", "A1 title Sheet-headerEntry"),
                new Spoilt(0, "# titel: A sheet", "A1 titel Sheet-headerEntry"),
                new Spoilt(1, "# curator: Jane Doe", "A2 curator Sheet-headerEntry"),
                new Spoilt(1, "# curator: 0000-0002-1825-0097", "A2 curator Sheet-headerEntry"),
                new Spoilt(1, "# curator: https://orcid.org/0000-0002-1825-0098", "A2 curator Sheet-headerEntry"),
                new Spoilt(2, "# licence: CC BY 4.0", "A3 licence Sheet-headerEntry"),
                new Spoilt(3, "# date: 23.11.2026", "A4 date Sheet-headerEntry"),
                new Spoilt(3, "# date: 2099-01-01", "A4 date Sheet-headerEntry"),
                new Spoilt(3, "# date: 2026-11-23\n# description: \"not closed", "A5 Sheet-header"),
                new Spoilt(0, "# title: HGF: a factor", "A1 Sheet-header"),
                new Spoilt(2, "# licence: https://creativecommons.org/licenses/by/5.0/",
                        "A3 licence Sheet-headerEntry"),
                new Spoilt(7, "#   GO: http://example.org/GO_", "A8 GO Sheet-prefixes"))) {
            CleanSheet sheet = new CleanSheet(2);
            sheet.header.set(s.line(), s.text());
            List<String> found = brief(sheet.text());
            assertEquals(1, found.size(), s + " " + found);
            assertEquals(s.place(), found.get(0), s.text());
        }
    }

    @Test
    void aLineThatIsNoYamlHidesNoOther() throws IOException {
        CleanSheet sheet = new CleanSheet(2);
        sheet.header.set(0, "# title: HGF: a factor");
        sheet.header.set(1, "# curator: https://orcid.org/0000-0002-1825-0098");
        sheet.header.set(3, "# date: @tomorrow");
        sheet.header.set(7, "#   GO: http://purl.obolibrary.org/obo/GO:");
        sheet.header.set(8, "#   HGMC: http://identifiers.org/hgnc/");
        assertEquals(List.of("A1 Sheet-header", "A2 curator Sheet-headerEntry", "A4 Sheet-header", "A8 Sheet-header",
                "A9 HGMC Sheet-prefixes"), brief(sheet.text()));
    }

    @Test
    void eachRequiredEntryOfTheHeaderIsMissed() throws IOException {
        for (String entry : HeaderCheck.REQUIRED) {
            CleanSheet sheet = new CleanSheet(2);
            sheet.header.removeIf(line -> line.startsWith("# " + entry)
                    || entry.equals("prefixes") && line.startsWith("#   "));
            assertEquals(List.of("A1 " + entry + " Sheet-headerEntry"), brief(sheet.text()));
        }
    }

    @Test
    void aPrefixThatTheHeaderForgotIsToldOnce() throws IOException {
        CleanSheet sheet = new CleanSheet(5);
        sheet.header.removeIf(line -> line.startsWith("#   ECO"));
        assertEquals(List.of("AD" + (FIRST - 1) + " evidence Sheet-prefix"), brief(sheet.text()));
    }
}
