package org.secretomegraph.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a table to its end, whatever is wrong with it, and in bounded memory for one row.
 *
 * <p>Not by a CSV library: for one, a quotation mark that nobody closed swallows the rest of the file. Here it spoils
 * its own cell, because a quoted cell may hold a line break, which spreadsheets write, but no tab, which they cannot.
 */
public final class LenientTsvReader implements Closeable {
    private static final Pattern FORMULA_ERROR = Pattern.compile("#(REF!|NAME\\?|N/A|VALUE!|DIV/0!|NULL!|NUM!).*",
            Pattern.DOTALL);
    private static final int LINES_OF_A_CELL = 50;
    /** How files begin that are no text; bytes that are not UTF-8 stand as {@link LenientLineReader} has them. */
    private static final Map<String, String> BEGINNINGS = Map.of(
            "PK\u0003\u0004", "a workbook (.xlsx, .ods) or another archive",
            "\uDCD0\uDCCF\u0011", "an old workbook (.xls) or document",
            "\u001F\uDC8B", "compressed",
            "%PDF-", "a PDF document",
            "{\\rtf", "a document of a word processor");

    private final LenientLineReader lines;
    private final TsvDialect syntax;
    private final Deque<LenientLineReader.Line> ahead = new ArrayDeque<>();
    private long row;

    public LenientTsvReader(InputStream bytes, TsvDialect syntax) {
        this.lines = new LenientLineReader(bytes);
        this.syntax = syntax;
    }

    /** The number of the row that was read last; 0 before the first. */
    public long row() {
        return row;
    }

    /** The next line that is not blank; empty at the end. */
    public Optional<TableLine> next() throws IOException {
        for (Optional<LenientLineReader.Line> line = line(); line.isPresent(); line = line()) {
            row++;
            String text = line.get().text();
            Optional<CellError> noText = noText(text, row);
            if (noText.isPresent()) {
                return Optional.of(new TableLine.Unreadable(row, "", noText.get(), true));
            }
            if (line.get().cut()) {
                return Optional.of(new TableLine.Unreadable(row, "",
                        CellError.of(SheetRule.LONG_LINE, "the line is longer than "
                                + LenientLineReader.LONGEST + " characters",
                                "Restore the line ends; the row was passed over."),
                        false));
            }
            String whole = syntax.quoted() ? wholeRow(text) : text;
            if (!whole.isBlank()) {
                return Optional.of(isComment(whole) ? new TableLine.Comment(row, comment(whole))
                        : new TableLine.Row(row, cells(whole)));
            }
        }
        return Optional.empty();
    }

    private List<RawCell> cells(String text) {
        return Arrays.stream(text.split(String.valueOf(syntax.separator()), -1))
                .map(syntax.quoted() ? RawCell::of : RawCell::plain).toList();
    }

    private Optional<LenientLineReader.Line> line() throws IOException {
        return ahead.isEmpty() ? lines.next() : Optional.of(ahead.poll());
    }

    private static Optional<CellError> noText(String text, long row) {
        boolean isUtf16 = row == 1 && (text.startsWith("\uDCFF\uDCFE") || text.startsWith("\uDCFE\uDCFF"))
                || text.length() > 3 && (text.charAt(0) != 0 && text.charAt(1) == 0 && text.charAt(3) == 0
                        || text.charAt(0) == 0 && text.charAt(1) != 0 && text.charAt(2) == 0);
        if (isUtf16) {
            return Optional.of(CellError.of(SheetRule.NO_TEXT, "the file is a text in UTF-16 or UTF-32",
                    "Save it as UTF-8 (in a spreadsheet: as tab-separated text with the character set UTF-8)."));
        }
        Optional<String> kind = row == 1 ? BEGINNINGS.entrySet().stream().filter(e -> text.startsWith(e.getKey()))
                .map(Map.Entry::getValue).findFirst() : Optional.empty();
        return kind
                .or(() -> isBinary(text, row) ? Optional.of("binary: it holds control characters") : Optional.empty())
                .map(what -> CellError.of(SheetRule.NO_TEXT, "the file is " + what,
                        "Save the sheet as tab-separated text in"
                                + " UTF-8 (.tsv), and give that file."));
    }

    /** A text may hold a stray control character, which spoils its cell; a file full of them is no text. */
    private static boolean isBinary(String text, long row) {
        long control = text.chars().filter(c -> c < ' ' && c != '\t').count();
        boolean hasZero = text.indexOf('\0') >= 0;
        return hasZero && (row == 1 || control > 2 + text.length() / 50) || control > 3 && 20 * control > text.length();
    }

    /** The line, and the lines behind it into which its last quoted cell goes on. */
    private String wholeRow(String first) throws IOException {
        String text = first;
        while (isOpenAtEnd(text)) {
            Optional<String> rest = restOfCell();
            if (rest.isEmpty()) {
                return text;
            }
            text += "\n" + rest.get();
        }
        return text;
    }

    /** The last cell begins with a quotation mark, and its marks are no pairs. */
    private boolean isOpenAtEnd(String text) {
        String last = text.substring(text.lastIndexOf(syntax.separator()) + 1);
        return last.startsWith("\"") && hasOddMarks(last);
    }

    private boolean closes(String text) {
        int end = text.indexOf(syntax.separator());
        String first = end < 0 ? text : text.substring(0, end);
        return first.endsWith("\"") && hasOddMarks(first);
    }

    private static boolean hasOddMarks(String cell) {
        return cell.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    private Optional<String> restOfCell() throws IOException {
        List<LenientLineReader.Line> tried = new ArrayList<>();
        StringBuilder rest = new StringBuilder();
        while (tried.size() < LINES_OF_A_CELL) {
            Optional<LenientLineReader.Line> next = line();
            if (next.isEmpty()) {
                break;
            }
            tried.add(next.get());
            rest.append(rest.isEmpty() ? "" : "\n").append(next.get().text());
            if (closes(next.get().text())) {
                return Optional.of(rest.toString());
            }
            if (next.get().cut() || next.get().text().indexOf(syntax.separator()) >= 0) {
                break;
            }
        }
        for (int i = tried.size() - 1; i >= 0; i--) {
            ahead.push(tried.get(i));
        }
        return Optional.empty();
    }

    private boolean isComment(String text) {
        String start = syntax.quoted() && text.startsWith("\"") ? text.substring(1) : text;
        return !syntax.comment().isEmpty() && start.startsWith(syntax.comment())
                && !FORMULA_ERROR.matcher(start).matches();
    }

    /** A comment as a spreadsheet saved it may stand in quotation marks and have tabs at its end. */
    private String comment(String text) {
        String bare = text.replaceFirst("\\s+$", "");
        if (syntax.quoted() && bare.startsWith("\"")) {
            bare = RawCell.of(bare).text();
        }
        return bare.substring(syntax.comment().length()).replaceFirst("^ ", "").replace("\t", " ");
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
