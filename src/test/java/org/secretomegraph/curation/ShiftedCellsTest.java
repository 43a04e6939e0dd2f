package org.secretomegraph.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One tab too many or too few moves all cells behind it: that is one mistake, told where it shows. */
class ShiftedCellsTest {
    private static final int FIRST = CleanSheet.FIRST_ROW;

    @TempDir
    Path folder;

    private List<String> brief(String content) throws IOException {
        return CleanSheet.brief(CleanSheet.findings(folder, content));
    }

    /** Nobody can see what a row shows whose cells have moved: its study is not said to lack it, at another row. */
    @Test
    void aMovedRowTakesNothingFromItsStudy() throws IOException {
        CleanSheet sheet = new CleanSheet(2).cite(FIRST + 1, FIRST).set(FIRST, "regimen", "").set(FIRST, "assay", "")
                .set(FIRST, "assay_label", "");
        assertEquals(List.of(), brief(sheet.text()));
        sheet.rows.get(1).add(2, "");
        assertEquals(List.of("C" + (FIRST + 1) + " subject_label Sheet-rowLong"), brief(sheet.text()));
    }

    @Test
    void aMovedRowIsOneFinding() throws IOException {
        CleanSheet sheet = new CleanSheet(3);
        sheet.rows.get(1).add(2, "");
        sheet.set(FIRST + 2, "relation", "promots");
        assertEquals(
                List.of("C" + (FIRST + 1) + " subject_label Sheet-rowLong", "E" + (FIRST + 2) + " relation Sheet-word"),
                brief(sheet.text()));
        sheet.rows.get(1).remove(2);
        sheet.rows.get(1).remove(3);
        assertEquals(
                List.of("E" + (FIRST + 1) + " relation Sheet-rowShort", "E" + (FIRST + 2) + " relation Sheet-word"),
                brief(sheet.text()));
    }

    @Test
    void aCellBehindTheLastColumnLeavesTheRestOfTheRowChecked() throws IOException {
        CleanSheet sheet = new CleanSheet(2).set(FIRST, "relation", "promots");
        sheet.rows.get(0).add("a remark");
        assertEquals(List.of("E" + FIRST + " relation Sheet-word", "BD" + FIRST + " Sheet-rowLong"),
                brief(sheet.text()));
    }

    @Test
    void aRowThatLostItsEndIsOneFinding() throws IOException {
        CleanSheet sheet = new CleanSheet(3);
        sheet.rows.set(1, sheet.rows.get(1).subList(0, 38));
        assertEquals(List.of("AO" + (FIRST + 1) + " finding Sheet-rowShort"), brief(sheet.text()));
    }

    /**
     * Behind the title are too few cells to show by their number that they moved: four findings were told for one tab.
     */
    @Test
    void aTabTooManyOrTooFewNearTheEndIsOneFinding() throws IOException {
        CleanSheet sheet = new CleanSheet(3).set(FIRST + 2, "registration", "NCT01234567");
        sheet.rows.get(1).add(sheet.columns.indexOf("title"), "");
        List<String> last = sheet.rows.get(2);
        int title = sheet.columns.indexOf("title");
        last.set(title, last.get(title) + " " + last.remove(title + 1));
        assertEquals(
                List.of("AO" + (FIRST + 1) + " finding Sheet-rowLong", "AP" + (FIRST + 2) + " read Sheet-rowShort"),
                brief(sheet.text()));
    }
}
