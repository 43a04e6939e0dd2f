package org.secretomegraph.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.table.SheetRule;

/** The page and the empty sheet say what the code does. {@code -Dbless} writes the page anew. */
class SheetDocsTest {
    private static final Path PAGE = Path.of("docs/claim-sheet.md");
    private static final SheetDocs GUIDE = new SheetDocs(BundledGraph.snapshot().union());

    @TempDir
    Path folder;

    @Test
    void thePageIsMadeOfTheColumns() throws IOException {
        if (System.getProperty("bless") != null) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, GUIDE.page());
        }
        assertTrue(Files.exists(PAGE), PAGE + " is missing; write it with -Dbless");
        assertEquals(GUIDE.page(), Files.readString(PAGE));
    }

    @Test
    void thePageNamesEachColumnRuleAndWord() {
        for (ClaimColumn column : ClaimColumn.values()) {
            assertTrue(GUIDE.page().contains("| `" + column.heading() + "` |"), column.heading());
        }
        for (SheetRule rule : SheetRule.values()) {
            assertTrue(GUIDE.page().contains("`" + rule.id() + "`"), rule.id());
        }
        assertTrue(GUIDE.page().contains("`randomisedTrial`"));
    }

    @Test
    void theEmptySheetIsGoodAndEmpty() throws IOException {
        Path file = Files.writeString(folder.resolve("new.tsv"), GUIDE.emptySheet());
        assertEquals(List.of(), CleanSheet.findings(file));
        assertTrue(SheetLoader.read(file, BundledGraph.snapshot().dataset(), CleanSheet.CLOCK).triples().isEmpty());
    }

    @Test
    void theEmptySheetWithItsExampleIsGood() throws IOException {
        String filled = GUIDE.emptySheet().replace("\n#example", "\nexample");
        Path file = Files.writeString(folder.resolve("filled.tsv"), filled);
        assertEquals(List.of(), CleanSheet.findings(file));
        assertTrue(SheetLoader.read(file, BundledGraph.snapshot().dataset(), CleanSheet.CLOCK).triples().size() > 20);
    }
}
