package org.secretomegraph.link.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.secretomegraph.guard.Finding;
import org.secretomegraph.guard.Place;
import org.secretomegraph.guard.Severity;
import org.secretomegraph.sheet.Column;
import org.secretomegraph.sheet.Fault;
import org.secretomegraph.sheet.TextRule;

/**
 * What is found in one file. What holds of many rows alike is counted and told once; of faults as many are kept as anybody
 * reads, so that a file of the wrong kind does not fill the memory.
 */
final class FileFindings {
    static final int FAULTS_AT_MOST = 1000;

    private final String file;
    private final List<Finding> faults = new ArrayList<>();
    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private final TreeSet<String> missing = new TreeSet<>();
    private long dropped;

    FileFindings(String file) {
        this.file = file;
    }

    /** Rows with the same fate. */
    private static final class Tally {
        private final Fault fault;
        private final long row;
        private final String column;
        private final TreeSet<String> values = new TreeSet<>();
        private long count;

        Tally(Fault fault, long row, String column) {
            this.fault = fault;
            this.row = row;
            this.column = column;
        }
    }

    void cell(long row, Column column, int index, Fault fault, String value) {
        add(fault.at(Place.inCell(file, row, column.heading(), Place.letter(index)), value));
    }

    /** A name in the heading line, which is the first. */
    void heading(String name, String letter, Fault fault) {
        add(fault.at(Place.inCell(file, 1, name, letter), name));
    }

    /** A field of a record. */
    void field(long record, String path, Fault fault, String value) {
        add(fault.at(Place.inText(file, record, path), value));
    }

    void row(long row, Fault fault, String value) {
        add(fault.at(Place.inText(file, row, ""), value));
    }

    private void add(Finding finding) {
        if (faults.size() < FAULTS_AT_MOST) {
            faults.add(finding);
        } else {
            dropped++;
        }
    }

    /** Something that may hold of many rows; the problem names them in the plural, and their number follows it. */
    void tally(TextRule rule, Severity severity, long row, String column, String problem, String value, String remedy) {
        Fault fault = new Fault(rule, severity, problem, remedy, "");
        Tally tally = tallies.computeIfAbsent(rule.id() + '\0' + column + '\0' + problem, k -> new Tally(fault, row, column));
        tally.count++;
        if (tally.values.size() < 5) {
            tally.values.add(value);
        }
    }

    /** A term that another slice would bring. */
    void missing(String curie) {
        missing.add(curie);
    }

    TreeSet<String> missing() {
        return missing;
    }

    boolean isClean() {
        return faults.isEmpty();
    }

    List<Finding> all() {
        List<Finding> all = new ArrayList<>(faults);
        if (dropped > 0) {
            all.add(Finding.inText(org.secretomegraph.sheet.SheetRule.CODE.iri(), Place.inText(file, 0, ""), dropped
                    + " more faults were found and are not listed", "Mend those above first; is this the right format?"));
        }
        tallies.values().forEach(t -> all.add(t.fault.at(t.row == 0 ? Place.inText(file, 0, "")
                : Place.inText(file, t.row, t.column), String.join(", ", t.values)).withProblem(
                        t.fault.problem() + ": " + t.count)));
        return all;
    }
}
