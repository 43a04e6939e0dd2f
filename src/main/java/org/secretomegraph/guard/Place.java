package org.secretomegraph.guard;

import java.util.Optional;

/**
 * Where a finding is.
 *
 * @param file   the file as the user named it
 * @param line   line, or row as a spreadsheet shows it, from 1; 0 when not known
 * @param column name of the column or number of the character; empty when not known. Of a record in RDF, where there
 *               is no line, the column of a claim sheet that holds the same
 * @param focus  IRI or label of the focus node; empty for a finding on text
 * @param path   the property path from the focus node; empty when the finding is on the node itself
 */
public record Place(String file, long line, String column, String focus, String path) {

    /** A place in a text: file, line and column. */
    public static Place inText(String file, long line, String column) {
        return new Place(file, line, column, "", "");
    }

    /** A place in a graph: focus node and path. */
    public static Place inGraph(String file, String focus, String path) {
        return new Place(file, 0, "", focus, path);
    }

    /** The same place, in a row of a sheet. */
    public Place atRow(String sheet, long row, String columnName) {
        return new Place(sheet, row, columnName, focus, path);
    }

    /** {@code file:line:column focus path}, as far as known. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
            Optional.of(column).filter(c -> !c.isEmpty()).ifPresent(c -> text.append(':').append(c));
        }
        Optional.of(focus).filter(f -> !f.isEmpty()).ifPresent(f -> text.append(' ').append(f));
        Optional.of(path).filter(p -> !p.isEmpty()).ifPresent(p -> text.append(' ').append(p));
        return text.toString();
    }
}
