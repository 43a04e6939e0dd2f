package org.secretomegraph.report;

/**
 * The location of a finding.
 *
 * @param file the file as the user named it
 * @param line the line, or the row as a spreadsheet shows it, from 1; 0 when unknown
 * @param column the name of the column or the number of the character; empty when unknown. For a record in RDF, which
 * has no line, the column of a claim sheet that holds the same value
 * @param letter the column as a spreadsheet shows it, for example {@code AB}; empty outside a sheet
 * @param focus IRI or label of the focus node; empty for a finding on text
 * @param path the property path from the focus node; empty for a finding on the node itself
 */
public record Location(String file, long line, String column, String letter, String focus, String path) {

    /** A location in a text: file, line and column. */
    public static Location inText(String file, long line, String column) {
        return new Location(file, line, column, "", "", "");
    }

    /** A cell of a sheet. */
    public static Location inCell(String file, long row, String columnName, String letter) {
        return new Location(file, row, columnName, letter, "", "");
    }

    /** A location in a graph: focus node and path. */
    public static Location inGraph(String file, String focus, String path) {
        return new Location(file, 0, "", "", focus, path);
    }

    /** This location, in a cell of a sheet. */
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

    /** {@code file:line:column}, in a sheet {@code file:row:letter name}, as far as it is known. */
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

    /** The address, followed by focus node and path. */
    @Override
    public String toString() {
        return (address() + " " + focus + " " + path).replaceAll(" +", " ").strip();
    }
}
