package org.secretomegraph.importing.vesicle;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.secretomegraph.importing.record.ImportFormat;
import org.secretomegraph.importing.record.ImportReport;
import org.secretomegraph.importing.record.ImportRule;
import org.secretomegraph.importing.record.TableRow;
import org.secretomegraph.io.DownloadedFile;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.report.Severity;
import org.secretomegraph.table.CellError;
import org.secretomegraph.table.HeaderRow;
import org.secretomegraph.table.LenientTsvReader;
import org.secretomegraph.table.RawCell;
import org.secretomegraph.table.SheetRule;
import org.secretomegraph.table.TableLine;
import org.secretomegraph.table.TableWording;
import org.secretomegraph.table.TsvDialect;

/**
 * One table of Vesiclepedia or ExoCarta: tab-separated, with a heading line; copies that a spreadsheet saved are
 * separated by semicolons, with quotation marks. Bytes that are not UTF-8 are read as Windows' western encoding, since
 * those who read these files read them as ISO 8859-1 (for example https://github.com/anirbanpalDSC/EV_EXPLORE). Spaces
 * of any kind at the ends of a cell say nothing, a carriage return among them; within a cell they are one space.
 *
 * @param syntax how the table is written
 */
record VesicleFile(DownloadedFile file, VesicleTable table, ImportFormat format, TsvDialect syntax) {
    private static final TsvDialect TABS = new TsvDialect("", false);
    private static final TsvDialect SEMICOLONS = new TsvDialect("", true, ';');

    /** @throws InvalidInputException when the file is none of the tables */
    static VesicleFile of(DownloadedFile file, ImportFormat format) {
        List<String> headings = headings(file, TABS);
        boolean tabs = headings.size() > 1 || headings.stream().noneMatch(h -> h.contains(";"));
        TsvDialect syntax = tabs ? TABS : SEMICOLONS;
        return VesicleTable.of(tabs ? headings : headings(file, syntax))
                .map(table -> new VesicleFile(file, table, format, syntax))
                .orElseThrow(() -> new InvalidInputException(
                        file.name() + ": its first line names none of the tables that can be imported"
                                + " (experiments; proteins and mRNAs; microRNAs; lipids); give the file as "
                                + format.publisher()
                                + " gives it"));
    }

    private static List<String> headings(DownloadedFile file, TsvDialect syntax) {
        try (LenientTsvReader text = new LenientTsvReader(file.open(), syntax)) {
            return text.next().filter(TableLine.Row.class::isInstance)
                    .map(l -> ((TableLine.Row) l).cells().stream().map(RawCell::text).toList()).orElse(List.of());
        } catch (IOException e) {
            throw new InvalidInputException(file.name() + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** Reads each row whose cells are of the right form. Returns how many rows there are. */
    long read(ImportReport findings, Consumer<TableRow<VesicleColumn>> each) {
        long rows = 0;
        try (LenientTsvReader text = new LenientTsvReader(file.open(), syntax)) {
            List<RawCell> names = ((TableLine.Row) text.next().orElseThrow()).cells();
            EnumMap<VesicleColumn, Integer> places = places(names, findings);
            if (!findings.isClean()) {
                return 0;
            }
            for (Optional<TableLine> line = text.next(); line.isPresent(); line = text.next()) {
                rows++;
                row(line.get(), names.size(), places, findings).ifPresent(each);
            }
        } catch (IOException e) {
            throw new InvalidInputException(file.name() + ": cannot be read to its end: " + e.getMessage(), e);
        }
        return rows;
    }

    private Optional<TableRow<VesicleColumn>> row(TableLine line, int width, EnumMap<VesicleColumn, Integer> places,
            ImportReport findings) {
        if (!(line instanceof TableLine.Row row)) {
            TableLine.Unreadable bad = (TableLine.Unreadable) line;
            findings.row(bad.number(), bad.error(), bad.text());
            return Optional.empty();
        }
        if (row.cells().size() != width) {
            findings.row(row.number(),
                    CellError.of(ImportRule.FIELDS, "the row has " + row.cells().size() + " fields, and the"
                            + " heading line " + width,
                            "Restore the missing " + (syntax.separator() == ';' ? "semicolons" : "tabs")
                                    + ", or delete those too many."),
                    row.cells().get(0).text());
            return Optional.empty();
        }
        List<RawCell> cells = row.cells().stream().map(c -> new RawCell(RawCell.asWindows(c.text())
                .replaceAll("[\\s\\u00A0]+", " ").strip(), c.quoting())).toList();
        return Optional.of(new TableRow<>(row.number(), places, cells)).filter(c -> c.check(findings));
    }

    /**
     * ExoCarta's table of experiments has columns whose headings could not be seen: of it alone others are passed over.
     */
    private EnumMap<VesicleColumn, Integer> places(List<RawCell> names, ImportReport findings) {
        boolean isOpen = format == ImportFormat.EXOCARTA && table == VesicleTable.EXPERIMENTS;
        HeaderRow<VesicleColumn> headings = HeaderRow.read(names.stream().map(RawCell::text).toList(), table.columns(),
                new TableWording(table.title(),
                        "Give the file as it was downloaded; what stands in the column would be lost.",
                        "Give the file as it was downloaded; the column holds "),
                new HeaderRow.Errors<>() {
                    @Override
                    public void name(String name, String letter, CellError fault) {
                        if (isOpen && fault.rule() == SheetRule.COLUMN) {
                            findings.tally(SheetRule.COLUMN, Severity.INFO, 1, "",
                                    "columns that are not read", name, "Nothing needs to be done.");
                        } else {
                            findings.heading(name, letter, fault);
                        }
                    }

                    @Override
                    public void missing(VesicleColumn column, CellError fault) {
                        findings.heading(column.heading(), "", fault);
                    }
                });
        EnumMap<VesicleColumn, Integer> places = new EnumMap<>(VesicleColumn.class);
        for (int i = 0; i < names.size(); i++) {
            int place = i;
            headings.columns().get(i).ifPresent(column -> places.put(column, place));
        }
        return places;
    }
}
