package org.secretomegraph.curation;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.secretomegraph.graph.BadInput;
import org.secretomegraph.sheet.Fault;
import org.secretomegraph.sheet.SheetLine;
import org.secretomegraph.sheet.SheetRule;
import org.secretomegraph.sheet.SheetText;
import org.secretomegraph.sheet.Syntax;
import org.secretomegraph.sheet.TextCell;

/** Reads a claim sheet to its end, whatever is wrong with it. */
final class SheetReader {
    private static final Syntax SYNTAX = new Syntax("#", true);

    private final SheetText text;
    private final SheetFaults faults;
    private final List<SheetHeader.Line> header = new ArrayList<>();
    private final List<ClaimRow> rows = new ArrayList<>();
    private Optional<SheetColumns> columns = Optional.empty();

    private SheetReader(SheetText text, SheetFaults faults) {
        this.text = text;
        this.faults = faults;
    }

    /** @throws BadInput when there is no such file, or it cannot be opened or read to its end */
    static ClaimSheet read(Path file, SheetFaults faults) {
        if (Files.isDirectory(file)) {
            throw new BadInput(file + ": is a folder; name a claim sheet in it");
        }
        try (SheetText text = new SheetText(Files.newInputStream(file), SYNTAX)) {
            return new SheetReader(text, faults).sheet(file);
        } catch (NoSuchFileException e) {
            throw new BadInput(file + ": no such file", e);
        } catch (AccessDeniedException e) {
            throw new BadInput(file + ": may not be read by this user", e);
        } catch (IOException e) {
            throw new BadInput(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private ClaimSheet sheet(Path file) throws IOException {
        for (Optional<SheetLine> line = text.next(); line.isPresent(); line = text.next()) {
            switch (line.get()) {
                case SheetLine.Row row -> row(row.number(), row.cells());
                case SheetLine.Comment comment -> comment(comment);
                case SheetLine.Unreadable bad -> {
                    faults.elsewhere(bad.number(), "", "", bad.fault(), "");
                    if (bad.last()) {
                        return new ClaimSheet(file, new SheetHeader(Map.of(), List.of()), false, rows);
                    }
                }
            }
        }
        SheetHeader read = SheetHeader.read(header, faults);
        if (columns.isEmpty()) {
            faults.elsewhere(Math.max(1, text.row()), "", "", Fault.of(SheetRule.EMPTY, text.row() == 0
                    ? "the file is empty" : "there is no line of column names",
                    "Start from an empty sheet: secretome new-claim-sheet."), "");
        }
        return new ClaimSheet(file, read, columns.isPresent(), rows);
    }

    /** Lines with # above the column names are the header. */
    private void comment(SheetLine.Comment comment) {
        if (columns.isEmpty()) {
            header.add(new SheetHeader.Line(comment.number(), comment.text()));
        }
    }

    private void row(long number, List<TextCell> cells) {
        if (columns.isEmpty()) {
            columns = Optional.of(SheetColumns.read(number, cells, faults));
        } else {
            rows.add(columns.get().row(number, cells, faults));
        }
    }
}
