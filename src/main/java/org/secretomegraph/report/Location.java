package org.secretomegraph.report;

/**
 * Where a finding is.
 *
 * @param file   the file as the user named it
 * @param line   line, or row as a spreadsheet shows it, from 1; 0 when not known
 * @param column name of the column or number of the character; empty when not known. Of a record in RDF, where there
 *               is no line, the column of a claim sheet that holds the same
 * @param letter the column as a spreadsheet shows it, for example {@code AB}; empty outside a sheet
 * @param focus  IRI or label of the focus node; empty for a finding on text
 * @param path   the property path from the focus node; empty when the finding is on the node itself
 */
public record Location(String file, long line, String column, String letter, String focus, String path) {

    /** A place in a text: file, line and column. */
    public static Location inText(String file, long line, String column) {
        return new Location(file, line, column, "", "", "");
    }

    /** A cell of a sheet. */
    public static Location inCell(String file, long row, String columnName, String letter) {
        return new Location(file, row, columnName, letter, "", "");
    }

    /** A place in a graph: focus node and path. */
    public static Location inGraph(String file, String focus, String path) {
        return new Location(file, 0, "", "", focus, path);
    }

    /** The same place, in a cell of a sheet. */
    public Location atCell(long row, String columnName, String columnLetter) {
        return new Location(file, row, columnName, columnLetter, focus, path);
    }

    /** The letter of a spreadsheet's column: 0 is A, 25 is Z, 26 is AA. */
    public static String letter(int index) {
        String last = String.valueOf((char) ('A' + index % 26));
        return index < 26 ? last : letter(index / 26 - 1) + last;
    }

    /** {@code B12}: the cell as a spreadsheet names it; empty outside a sheet. */
    public String cell() {
        return letter.isEmpty() || line == 0 ? "" : letter + line;
    }

    /** {@code file:line:column}, in a sheet {@code file:row:letter name}, as far as known. */
    public String address() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
        }
        if (line > 0 && !(letter + column).isEmpty()) {
            text.append(':').append((letter + " " + column).strip());
        }
        return text.toString();
    }

    /** The address, and behind it focus node and path. */
    @Override
    public String toString() {
        return (address() + " " + focus + " " + path).replaceAll(" +", " ").strip();
    }
}
