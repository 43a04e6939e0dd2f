package org.secretomegraph.importing.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.Location;
import org.secretomegraph.report.Severity;
import org.secretomegraph.table.CellError;
import org.secretomegraph.table.Column;
import org.secretomegraph.table.SheetRule;
import org.secretomegraph.table.TextCheck;

/**
 * What is found in one file. What holds of many rows alike is counted and told once; of faults as many are kept as
 * anybody reads, so that a file of the wrong kind does not fill the memory.
 */
public final class ImportReport {
    public static final int FAULTS_AT_MOST = 1000;

    private final String file;
    private final List<Finding> faults = new ArrayList<>();
    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private final TreeSet<String> missing = new TreeSet<>();
    private long dropped;

    public ImportReport(String file) {
        this.file = file;
    }

    /** Rows with the same fate. */
    private static final class Tally {
        private final CellError fault;
        private final long row;
        private final String column;
        private final TreeSet<String> values = new TreeSet<>();
        private long count;

        Tally(CellError fault, long row, String column) {
            this.fault = fault;
            this.row = row;
            this.column = column;
        }
    }

    void cell(long row, Column column, int index, CellError fault, String value) {
        add(fault.toFinding(Location.inCell(file, row, column.heading(), Location.letter(index)), value));
    }

    /** A name in the heading line, which is the first. */
    public void heading(String name, String letter, CellError fault) {
        add(fault.toFinding(Location.inCell(file, 1, name, letter), name));
    }

    /** A field of a record. */
    public void field(long record, String path, CellError fault, String value) {
        add(fault.toFinding(Location.inText(file, record, path), value));
    }

    public void row(long row, CellError fault, String value) {
        add(fault.toFinding(Location.inText(file, row, ""), value));
    }

    private void add(Finding finding) {
        if (faults.size() < FAULTS_AT_MOST) {
            faults.add(finding);
        } else {
            dropped++;
        }
    }

    /** Something that may hold of many rows; the problem names them in the plural, and their number follows it. */
    public void tally(TextCheck rule, Severity severity, long row, String column, String problem, String value,
            String remedy) {
        CellError fault = new CellError(rule, severity, problem, remedy, "");
        Tally tally =
                tallies.computeIfAbsent(rule.id() + '\0' + column + '\0' + problem, k -> new Tally(fault, row, column));
        tally.count++;
        if (tally.values.size() < 5) {
            tally.values.add(value);
        }
    }

    /** A term that another slice would bring. */
    public void missing(String curie) {
        missing.add(curie);
    }

    public TreeSet<String> missing() {
        return missing;
    }

    public boolean isClean() {
        return faults.isEmpty();
    }

    public List<Finding> all() {
        List<Finding> all = new ArrayList<>(faults);
        if (dropped > 0) {
            all.add(Finding.inText(SheetRule.CODE.iri(), Location.inText(file, 0, ""), dropped
                    + " more faults were found and are not listed",
                    "Mend those above first; is this the right format?"));
        }
        tallies.values().forEach(t -> all.add(t.fault.toFinding(t.row == 0 ? Location.inText(file, 0, "")
                : Location.inText(file, t.row, t.column), String.join(", ", t.values)).withProblem(
                        t.fault.problem() + ": " + t.count)));
        return all;
    }
}
