package org.secretomegraph.curation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A claim sheet as read: the YAML header (lines beginning with {@code #}) and the rows below the line of column names.
 *
 * @param file       the sheet
 * @param header     title, description, curator, licence, date, prefixes
 * @param hasColumns whether a line of column names was found; without one there is nothing to check
 * @param rows       the claims, in order
 */
record ClaimSheet(Path file, SheetHeader header, boolean hasColumns, List<ClaimRow> rows) {

    /** A header entry as text; empty when the header does not state it. */
    Optional<String> stated(String entry) {
        return header.stated(entry);
    }
}
