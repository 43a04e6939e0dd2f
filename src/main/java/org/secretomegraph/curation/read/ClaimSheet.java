package org.secretomegraph.curation.read;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A claim sheet as read: the YAML header (lines beginning with {@code #}) and the rows below the line of column names.
 *
 * @param file       the sheet
 * @param header     title, description, curator, licence, date, prefixes
 * @param headings   the row of the line of column names; 0 when there is none, and nothing to check
 * @param rows       the claims, in order
 */
public record ClaimSheet(Path file, SheetHeader header, long headings, List<ClaimRow> rows) {

    public boolean hasColumns() {
        return headings > 0;
    }

    /** A header entry as text; empty when the header does not state it. */
    public Optional<String> stated(String entry) {
        return header.stated(entry);
    }
}
