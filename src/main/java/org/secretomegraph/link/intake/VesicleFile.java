package org.secretomegraph.link.intake;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.secretomegraph.graph.BadInput;
import org.secretomegraph.guard.Place;
import org.secretomegraph.link.source.DataFile;
import org.secretomegraph.sheet.Fault;
import org.secretomegraph.sheet.Headings;
import org.secretomegraph.sheet.SheetLine;
import org.secretomegraph.sheet.SheetRule;
import org.secretomegraph.sheet.SheetText;
import org.secretomegraph.sheet.Syntax;
import org.secretomegraph.sheet.TableKind;
import org.secretomegraph.sheet.TextCell;

/**
 * One table of Vesiclepedia or ExoCarta: tab-separated, with a heading line. Bytes that are not UTF-8 are read as Windows'
 * western encoding, since those who read these files read them as ISO 8859-1
 * (for example https://github.com/anirbanpalDSC/EV_EXPLORE).
 */
record VesicleFile(DataFile file, VesicleTable table, ImportFormat format) {
    private static final Syntax SYNTAX = new Syntax("", false);

    /** @throws BadInput when the file is none of the tables */
    static VesicleFile of(DataFile file, ImportFormat format) {
        try (SheetText text = new SheetText(file.open(), SYNTAX)) {
            Optional<SheetLine> first = text.next();
            List<String> headings = first.filter(SheetLine.Row.class::isInstance)
                    .map(l -> ((SheetLine.Row) l).cells().stream().map(TextCell::text).toList()).orElse(List.of());
            return VesicleTable.of(headings).map(table -> new VesicleFile(file, table, format)).orElseThrow(() -> new BadInput(
                    file.name() + ": its first line names none of the tables that can be imported (experiments; proteins and"
                    + " mRNAs; microRNAs; lipids); give the file as " + format.publisher() + " gives it"));
        } catch (IOException e) {
            throw new BadInput(file.name() + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** Reads each row whose cells are of the right form. Returns how many rows there are. */
    long read(FileFindings findings, Consumer<Cells<VesicleColumn>> each) {
        long rows = 0;
        try (SheetText text = new SheetText(file.open(), SYNTAX)) {
            List<TextCell> names = ((SheetLine.Row) text.next().orElseThrow()).cells();
            EnumMap<VesicleColumn, Integer> places = places(names, findings);
            if (!findings.isClean()) {
                return 0;
            }
            for (Optional<SheetLine> line = text.next(); line.isPresent(); line = text.next()) {
                rows++;
                row(line.get(), names.size(), places, findings).ifPresent(each);
            }
        } catch (IOException e) {
            throw new BadInput(file.name() + ": cannot be read to its end: " + e.getMessage(), e);
        }
        return rows;
    }

    private Optional<Cells<VesicleColumn>> row(SheetLine line, int width, EnumMap<VesicleColumn, Integer> places,
            FileFindings findings) {
        if (!(line instanceof SheetLine.Row row)) {
            SheetLine.Unreadable bad = (SheetLine.Unreadable) line;
            findings.row(bad.number(), bad.fault(), bad.text());
            return Optional.empty();
        }
        if (row.cells().size() != width) {
            findings.row(row.number(), Fault.of(ImportRule.FIELDS, "the row has " + row.cells().size() + " fields, and the"
                    + " heading line " + width, "Restore the missing tabs, or delete those too many."),
                    row.cells().get(0).text());
            return Optional.empty();
        }
        List<TextCell> cells = row.cells().stream().map(c -> TextCell.hasUndecoded(c.text())
                ? new TextCell(TextCell.asWindows(c.text()), Optional.empty()) : c).toList();
        return Optional.of(new Cells<>(row.number(), places, cells)).filter(c -> c.check(findings));
    }

    /** ExoCarta's table of experiments has columns whose headings could not be seen: of it alone others are passed over. */
    private EnumMap<VesicleColumn, Integer> places(List<TextCell> names, FileFindings findings) {
        boolean isOpen = format == ImportFormat.EXOCARTA && table == VesicleTable.EXPERIMENTS;
        Headings<VesicleColumn> headings = Headings.read(names.stream().map(TextCell::text).toList(), table.columns(),
                new TableKind(table.title(), "Give the file as it was downloaded; what stands in the column would be lost.",
                        "Give the file as it was downloaded; the column holds "), new Headings.Faults<>() {
                    @Override
                    public void name(String name, String letter, Fault fault) {
                        if (isOpen && fault.rule() == SheetRule.COLUMN) {
                            findings.tally(SheetRule.COLUMN, org.secretomegraph.guard.Severity.INFO, 1, "",
                                    "columns that are not read", name, "Nothing needs to be done.");
                        } else {
                            findings.heading(name, letter, fault);
                        }
                    }

                    @Override
                    public void missing(VesicleColumn column, Fault fault) {
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
