package org.secretomegraph.curation.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.secretomegraph.io.ConsistentFileReader;
import org.secretomegraph.table.CellError;
import org.secretomegraph.table.LenientTsvReader;
import org.secretomegraph.table.RawCell;
import org.secretomegraph.table.SheetRule;
import org.secretomegraph.table.TableLine;
import org.secretomegraph.table.TsvDialect;

/** Reads a claim sheet to its end, whatever is wrong with it. */
public final class SheetReader {
    private static final TsvDialect SYNTAX = new TsvDialect("#", true);

    private static final Map<String, Pattern> SEPARATORS = Map.of("commas", Pattern.compile(","), "semicolons",
            Pattern.compile(";"), "spaces", Pattern.compile("\\s+"));
    /** So many known names are no accident. */
    private static final int SURE = 3;

    private final LenientTsvReader text;
    private final SheetErrors errors;
    private final List<SheetHeader.Line> header = new ArrayList<>();
    private final List<ClaimRow> rows = new ArrayList<>();
    private Optional<SheetColumns> columns = Optional.empty();
    private long headings;
    private boolean isCut;
    private final List<TableLine.Row> stray = new ArrayList<>();
    private Optional<String> separator = Optional.empty();

    private SheetReader(LenientTsvReader text, SheetErrors errors) {
        this.text = text;
        this.errors = errors;
    }

    /**
     * @throws org.secretomegraph.io.InvalidInputException when there is no such file, or it cannot be opened or read to
     * its end
     */
    public static ClaimSheet read(Path file, SheetErrors errors) {
        return ConsistentFileReader.read(file, in -> {
            try (LenientTsvReader text = new LenientTsvReader(in, SYNTAX)) {
                return new SheetReader(text, errors).sheet(file);
            }
        });
    }

    private ClaimSheet sheet(Path file) throws IOException {
        for (Optional<TableLine> line = text.next(); line.isPresent(); line = text.next()) {
            switch (line.get()) {
                case TableLine.Row row -> {
                    row(row);
                    if (separator.isPresent()) {
                        return parted(file, row.number(), separator.get());
                    }
                }
                case TableLine.Comment comment -> comment(comment);
                case TableLine.Unreadable bad -> {
                    errors.addAt(bad.number(), "", "", bad.error(), "");
                    isCut = true;
                    if (bad.last()) {
                        return new ClaimSheet(file, new SheetHeader(Map.of(), List.of()), 0, rows);
                    }
                }
            }
        }
        if (columns.isEmpty()) {
            // A line that was too long to read may have been that of the column names.
            if (isCut) {
                return new ClaimSheet(file, new SheetHeader(Map.of(), List.of()), 0, rows);
            }
            long at = stray.isEmpty() ? Math.max(1, text.row()) : stray.get(0).number();
            errors.addAt(at, "", "", CellError.of(SheetRule.EMPTY, text.row() == 0
                    ? "the file is empty" : "there is no line of column names",
                    "Start from an empty sheet: secretome new-claim-sheet."), "");
            return new ClaimSheet(file, new SheetHeader(Map.of(), List.of()), 0, rows);
        }
        stray.forEach(row -> header.add(strayed(row)));
        header.sort(Comparator.comparingLong(SheetHeader.Line::row));
        return new ClaimSheet(file, SheetHeader.read(header, errors), headings, rows);
    }

    /** A line above the column names is one of the header that lost its #, and is read as such. */
    private SheetHeader.Line strayed(TableLine.Row row) {
        String line = row.cells().get(0).text();
        errors.addAt(row.number(), "", "A",
                CellError.of(SheetRule.HEADER, "a line above the column names does not begin with #",
                        "Put # before it, or delete it.").withSuggestion("# " + line),
                line);
        boolean isEntry = HeaderCheck.ENTRIES.keySet().stream().anyMatch(entry -> line.startsWith(entry + ":"));
        return new SheetHeader.Line(row.number(), isEntry ? line : "#");
    }

    private ClaimSheet parted(Path file, long row, String by) {
        errors.addAt(row, "", "A",
                CellError.of(SheetRule.SEPARATOR, "the cells are separated by " + by + " and not by tabs",
                        "Save the sheet as tab-separated text (.tsv); nothing of it was checked."),
                "");
        return new ClaimSheet(file, new SheetHeader(Map.of(), List.of()), 0, rows);
    }

    /** Lines with # above the column names are the header. */
    private void comment(TableLine.Comment comment) {
        if (columns.isEmpty()) {
            header.add(new SheetHeader.Line(comment.number(), comment.text()));
        }
    }

    private void row(TableLine.Row row) {
        long known = SheetColumns.known(row.cells());
        if (columns.isPresent() && known >= Math.max(SURE, row.cells().size() / 2)) {
            errors.addAt(row.number(), "", "A",
                    CellError.of(SheetRule.COLUMN_TWICE, "the line of column names is here once"
                            + " more", "Delete the line."),
                    "");
        } else if (columns.isPresent()) {
            rows.add(columns.get().row(row.number(), row.cells(), errors));
        } else if (known >= SURE) {
            headings = row.number();
            columns = Optional.of(SheetColumns.read(row.number(), row.cells(), errors));
        } else {
            separator = separator(row.cells());
            stray.add(row);
        }
    }

    /** What parts the names when no tab does. */
    private static Optional<String> separator(List<RawCell> cells) {
        String line = cells.get(0).text().replace("\"", "");
        return cells.size() > 1 ? Optional.empty() : SEPARATORS.entrySet().stream()
                .filter(e -> Arrays.stream(e.getValue().split(line)).map(String::strip)
                        .filter(name -> ClaimColumn.named(name).isPresent()).count() >= SURE)
                .map(Map.Entry::getKey).findFirst();
    }
}
