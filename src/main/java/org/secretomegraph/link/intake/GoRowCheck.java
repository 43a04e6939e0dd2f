package org.secretomegraph.link.intake;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.secretomegraph.guard.Severity;
import org.secretomegraph.guard.Spelling;
import org.secretomegraph.sheet.Column;
import org.secretomegraph.sheet.Fault;

/** What rows of both GO formats are checked for beyond the form of each cell. */
record GoRowCheck(GoDatabases databases) {

    /** The day; empty when the calendar has no such day. */
    static Optional<LocalDate> date(String written, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(written, format.withResolverStyle(java.time.format.ResolverStyle.STRICT)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    <C extends Enum<C> & Column> boolean database(Cells<C> cells, C column, String name, FileFindings findings) {
        if (databases.isKnown(name)) {
            return true;
        }
        Fault fault = Fault.of(ImportRule.DATABASE, "the database " + name + " is unknown to the Gene Ontology",
                "Write a name of https://github.com/geneontology/go-site/blob/master/metadata/db-xrefs.yaml.");
        cells.tell(column, Spelling.nearest(name, databases.names()).map(fault::meant).orElse(fault), findings);
        return false;
    }

    <C extends Enum<C> & Column> boolean references(Cells<C> cells, C column, FileFindings findings) {
        return cells.values(column).stream().allMatch(r -> database(cells, column, GoDatabases.prefix(r), findings));
    }

    /** A group that is not listed is told, and the row used: who made an annotation does not change what it says. */
    <C extends Enum<C> & Column> void group(Cells<C> cells, C column, FileFindings findings) {
        if (!databases.isKnown(cells.text(column))) {
            findings.tally(ImportRule.DATABASE, Severity.INFO, cells.row(), column.heading(), "rows assigned by "
                    + cells.text(column) + ", which the Gene Ontology does not list", cells.text(column),
                    "The rows are used all the same.");
        }
    }
}
