package org.secretomegraph.curation;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.secretomegraph.graph.BadInput;

/**
 * Reads a claim sheet to its end, whatever is wrong with it, and in bounded memory for one row.
 *
 * <p>Not by a CSV library: for one, a quotation mark that nobody closed swallows the rest of the file. Here it spoils its
 * own cell, because a quoted cell may hold a line break, which spreadsheets write, but no tab, which they cannot.
 */
final class SheetReader {
    private static final Pattern FORMULA_ERROR = Pattern.compile("#(REF!|NAME\\?|N/A|VALUE!|DIV/0!|NULL!|NUM!).*",
            Pattern.DOTALL);
    private static final int LINES_OF_A_CELL = 50;

    private final TextLines lines;
    private final SheetFaults faults;
    private final Deque<TextLines.Line> ahead = new ArrayDeque<>();
    private final List<SheetHeader.Line> header = new ArrayList<>();
    private final List<ClaimRow> rows = new ArrayList<>();
    private Optional<SheetColumns> columns = Optional.empty();

    private SheetReader(TextLines lines, SheetFaults faults) {
        this.lines = lines;
        this.faults = faults;
    }

    /** @throws BadInput when there is no such file, or it cannot be opened or read to its end */
    static ClaimSheet read(Path file, SheetFaults faults) {
        if (Files.isDirectory(file)) {
            throw new BadInput(file + ": is a folder; name a claim sheet in it");
        }
        try (TextLines lines = new TextLines(Files.newInputStream(file))) {
            return new SheetReader(lines, faults).sheet(file);
        } catch (NoSuchFileException e) {
            throw new BadInput(file + ": no such file", e);
        } catch (AccessDeniedException e) {
            throw new BadInput(file + ": may not be read by this user", e);
        } catch (IOException e) {
            throw new BadInput(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private ClaimSheet sheet(Path file) throws IOException {
        long row = 0;
        for (Optional<TextLines.Line> line = line(); line.isPresent(); line = line()) {
            row++;
            Optional<Fault> noText = noText(line.get().text(), row);
            if (noText.isPresent()) {
                faults.elsewhere(row, "", "", noText.get(), "");
                return new ClaimSheet(file, new SheetHeader(java.util.Map.of(), List.of()), false, rows);
            }
            if (line.get().cut()) {
                faults.elsewhere(row, "", "", Fault.of(SheetRule.LONG_LINE, "the line is longer than "
                        + TextLines.LONGEST + " characters", "Restore the line ends; the row was passed over."), "");
            } else {
                row(row, wholeRow(line.get().text()));
            }
        }
        SheetHeader read = SheetHeader.read(header, faults);
        if (columns.isEmpty()) {
            faults.elsewhere(Math.max(1, row), "", "", Fault.of(SheetRule.EMPTY, row == 0 ? "the file is empty"
                    : "there is no line of column names", "Start from an empty sheet: secretome new-claim-sheet."), "");
        }
        return new ClaimSheet(file, read, columns.isPresent(), rows);
    }

    private Optional<TextLines.Line> line() throws IOException {
        return ahead.isEmpty() ? lines.next() : Optional.of(ahead.poll());
    }

    private static Optional<Fault> noText(String text, long row) {
        boolean isUtf16 = row == 1 && (text.startsWith("\uDCFF\uDCFE") || text.startsWith("\uDCFE\uDCFF"))
                || text.length() > 3 && text.charAt(0) != 0 && text.charAt(1) == 0 && text.charAt(3) == 0;
        if (isUtf16) {
            return Optional.of(Fault.of(SheetRule.NO_TEXT, "the file is a text in UTF-16",
                    "Save it as UTF-8 (in a spreadsheet: as tab-separated text with the character set UTF-8)."));
        }
        if (row == 1 && text.startsWith("PK\u0003\u0004")) {
            return Optional.of(Fault.of(SheetRule.NO_TEXT, "the file is a workbook or another archive",
                    "Save the sheet as tab-separated text in UTF-8."));
        }
        return text.indexOf('\0') < 0 ? Optional.empty() : Optional.of(Fault.of(SheetRule.NO_TEXT,
                "the file is binary: a zero byte stands here", "Give a tab-separated text in UTF-8."));
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
    private static boolean isOpenAtEnd(String text) {
        String last = text.substring(text.lastIndexOf('\t') + 1);
        return last.startsWith("\"") && hasOddMarks(last);
    }

    private static boolean closes(String text) {
        int tab = text.indexOf('\t');
        String first = tab < 0 ? text : text.substring(0, tab);
        return first.endsWith("\"") && hasOddMarks(first);
    }

    private static boolean hasOddMarks(String cell) {
        return cell.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    private Optional<String> restOfCell() throws IOException {
        List<TextLines.Line> tried = new ArrayList<>();
        StringBuilder rest = new StringBuilder();
        while (tried.size() < LINES_OF_A_CELL) {
            Optional<TextLines.Line> next = line();
            if (next.isEmpty()) {
                break;
            }
            tried.add(next.get());
            rest.append(rest.isEmpty() ? "" : "\n").append(next.get().text());
            if (closes(next.get().text())) {
                return Optional.of(rest.toString());
            }
            if (next.get().cut() || next.get().text().indexOf('\t') >= 0) {
                break;
            }
        }
        for (int i = tried.size() - 1; i >= 0; i--) {
            ahead.push(tried.get(i));
        }
        return Optional.empty();
    }

    private void row(long row, String text) {
        if (text.isBlank()) {
            return;
        }
        if (isComment(text)) {
            if (columns.isEmpty()) {
                header.add(new SheetHeader.Line(row, comment(text)));
            }
            return;
        }
        List<TextCell> cells = java.util.Arrays.stream(text.split("\t", -1)).map(TextCell::of).toList();
        if (columns.isEmpty()) {
            columns = Optional.of(SheetColumns.read(row, cells, faults));
        } else {
            rows.add(columns.get().row(row, cells, faults));
        }
    }

    private static boolean isComment(String text) {
        String start = text.startsWith("\"") ? text.substring(1) : text;
        return start.startsWith("#") && !FORMULA_ERROR.matcher(start).matches();
    }

    /** A header line as a spreadsheet saved it may stand in quotation marks and have tabs at its end. */
    private static String comment(String text) {
        String bare = text.replaceFirst("\\s+$", "");
        if (bare.startsWith("\"")) {
            bare = TextCell.of(bare).text();
        }
        return bare.substring(1).replaceFirst("^ ", "").replace("\t", " ");
    }
}
