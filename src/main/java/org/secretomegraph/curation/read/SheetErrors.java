package org.secretomegraph.curation.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.secretomegraph.findings.CellBlame;
import org.secretomegraph.findings.CellIndex;
import org.secretomegraph.findings.CellIndex.Cell;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.Location;
import org.secretomegraph.report.Severity;
import org.secretomegraph.table.CellError;
import org.secretomegraph.vocab.Terms;

/**
 * The faults of one sheet as they are found. The first fault of a cell is kept and any other dropped: a cell is mended
 * once. A cell with a violation counts as broken, and what follows from it elsewhere is not reported.
 */
public final class SheetErrors {
    /** Properties of claims that the header states for all rows, and the name of the entry. */
    private static final Map<String, String> ENTRIES_OF_CLAIMS = Map.of(Terms.wasAttributedTo.getURI(), "curator",
            Terms.created.getURI(), "date");

    private final String file;
    private final Map<ClaimColumn, Integer> places = new EnumMap<>(ClaimColumn.class);
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Long, Set<ClaimColumn>> found = new HashMap<>();
    private final Map<Long, Set<ClaimColumn>> unusable = new HashMap<>();
    private final Map<Cell, Severity> suppressed = new HashMap<>();
    private CellBlame blame = (row, columns) -> columns.get(0);
    private final Map<Cell, String> texts = new HashMap<>();
    private final Map<Cell, String> meant = new HashMap<>();
    private final Map<String, Long> header = new HashMap<>();
    private final Map<String, Long> firstRows = new HashMap<>();

    public SheetErrors(String file) {
        this.file = file;
    }

    /** The sheet has this column, at this place of its heading line. */
    void addColumn(ClaimColumn column, int index) {
        places.put(column, index);
    }

    /** The header states this entry in this row. Only what is said of each claim matters here. */
    void headerEntry(String name, long row) {
        if (ENTRIES_OF_CLAIMS.containsValue(name)) {
            header.put(name, row);
        }
    }

    /** The row cites this publication, or was meant to. */
    public void addCitation(ClaimRow row, String publication) {
        firstRows.merge(publication, row.number(), Math::min);
    }

    /** An entry of the header has a fault: what follows from it in each row is not reported. */
    void suppressEntry(String name) {
        if (ENTRIES_OF_CLAIMS.containsValue(name)) {
            suppressed.put(new Cell(0, name), Severity.VIOLATION);
        }
    }

    public boolean hasColumn(ClaimColumn column) {
        return places.containsKey(column);
    }

    /** The letter of a column; empty when the sheet lacks it. */
    public String letter(ClaimColumn column) {
        return hasColumn(column) ? Location.letter(index(column)) : "";
    }

    /** The place of a column that the sheet has in its heading line, from 0. */
    public int index(ClaimColumn column) {
        return Objects.requireNonNull(places.get(column));
    }

    /** The headings of the two columns stand over each other's cells. */
    public void swapColumns(ClaimColumn one, ClaimColumn other) {
        int index = index(one);
        places.put(one, index(other));
        places.put(other, index);
    }

    /** A cell cannot be used because of a fault that is reported at another one. */
    public void markUnusable(ClaimRow row, ClaimColumn column) {
        found.computeIfAbsent(row.number(), r -> EnumSet.noneOf(ClaimColumn.class)).add(column);
        unusable.computeIfAbsent(row.number(), r -> EnumSet.noneOf(ClaimColumn.class)).add(column);
        suppress(row.number(), column);
    }

    /** Something about a cell; nothing when the cell has a fault already. */
    public void add(ClaimRow row, ClaimColumn column, CellError error) {
        if (!found.computeIfAbsent(row.number(), r -> EnumSet.noneOf(ClaimColumn.class)).add(column)) {
            return;
        }
        if (error.severity() == Severity.VIOLATION) {
            unusable.computeIfAbsent(row.number(), r -> EnumSet.noneOf(ClaimColumn.class)).add(column);
        }
        suppress(row.number(), column, error.severity());
        meant.put(new Cell(row.number(), column.heading()), error.suggestion());
        findings.add(error.toFinding(place(row.number(), column), row.text(column)));
    }

    /** Something about another place than a cell of a known column. */
    public void addAt(long row, String column, String letter, CellError error, String value) {
        findings.add(error.toFinding(Location.inCell(file, row, column, letter), value));
    }

    /** What the shapes say of this cell follows from a fault that is reported elsewhere. */
    public void suppress(long row, ClaimColumn column) {
        suppress(row, column, Severity.VIOLATION);
    }

    /** What the shapes say of this cell follows from a fault that is reported elsewhere, unless it is worse. */
    public void suppress(long row, ClaimColumn column, Severity severity) {
        suppressed.merge(new Cell(row, column.heading()), severity, (a, b) -> a.isAtLeast(b) ? a : b);
    }

    /** Who tells which of several cells of a row is to be mended. */
    public void blameBy(CellBlame teller) {
        blame = teller;
    }

    /** What stands in the cells of these rows. */
    public void addTexts(List<ClaimRow> rows) {
        rows.forEach(row -> row.cells().forEach((column, text) -> {
            if (!text.isEmpty()) {
                texts.put(new Cell(row.number(), column.heading()), text);
            }
        }));
    }

    public boolean hasError(ClaimRow row, ClaimColumn column) {
        return found.getOrDefault(row.number(), Set.of()).contains(column);
    }

    public int count(ClaimRow row) {
        return found.getOrDefault(row.number(), Set.of()).size();
    }

    /** Forgets what was found in the cells of a row: one fault of the whole row explains it. */
    public void clear(ClaimRow row) {
        Set<String> columns = new HashSet<>();
        found.getOrDefault(row.number(), Set.of()).forEach(column -> columns.add(column.heading()));
        findings.removeIf(f -> f.place().line() == row.number() && columns.contains(f.place().column()));
        found.remove(row.number());
        unusable.remove(row.number());
    }

    /** What the cell says; of one that cannot be used what was probably meant, if anything. */
    public String intended(ClaimRow row, ClaimColumn column) {
        return unusable(row).contains(column) ? meant.getOrDefault(new Cell(row.number(), column.heading()), "")
                : row.text(column);
    }

    /** The columns of a row whose cells cannot be used. */
    public Set<ClaimColumn> unusable(ClaimRow row) {
        return unusable.getOrDefault(row.number(), Set.of());
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    public CellIndex cellIndex() {
        Map<String, String> byName = new TreeMap<>();
        places.keySet().forEach(column -> byName.put(column.heading(), letter(column)));
        Map<String, String> byProperty = new HashMap<>();
        for (ClaimColumn column : ClaimColumn.values()) {
            byProperty.putIfAbsent(column.property().getURI(), column.heading());
        }
        byProperty.putAll(ENTRIES_OF_CLAIMS);
        return new CellIndex(byName, byProperty, Map.copyOf(header), Map.copyOf(firstRows),
                Map.copyOf(suppressed), blame, cell -> Optional.ofNullable(texts.get(cell)));
    }

    private Location place(long row, ClaimColumn column) {
        return Location.inCell(file, row, column.heading(), letter(column));
    }
}
