package org.secretomegraph.curation.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.secretomegraph.curation.check.PublicationConsensus.Attribute;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.curation.read.ClaimRow;
import org.secretomegraph.curation.read.SheetErrors;
import org.secretomegraph.table.CellError;
import org.secretomegraph.table.SheetRule;

/**
 * Rows that cite one publication must say the same of it. When they do not, one cell is looked for that explains all
 * disagreements of a row: a DOI of another publication disagrees with the title, the year and the PubMed identifier,
 * and is one mistake.
 */
final class PublicationCheck {
    /** When two cells explain as much, and nothing speaks for either, the later one in this list is reported. */
    private static final List<ClaimColumn> TRUST = PublicationConsensus.ATTRIBUTES;

    private final PublicationConsensus votes;
    private final List<ClaimRow> rows;
    private final SheetErrors errors;
    private final Map<ClaimRow, Set<ClaimColumn>> usable = new HashMap<>();

    private PublicationCheck(List<ClaimRow> rows, PublicationConsensus votes, SheetErrors errors) {
        this.rows = rows;
        this.votes = votes;
        this.errors = errors;
    }

    static void check(List<ClaimRow> rows, DatasetGraph existing, Node own, CooccurrenceModel cooccurrences,
            SheetErrors errors) {
        PublicationCheck check = new PublicationCheck(rows, new PublicationConsensus(cooccurrences), errors);
        rows.forEach(check::vote);
        check.votes.addExisting(existing, own);
        rows.forEach(check::outvoted);
        rows.forEach(check::undecided);
        // Of a title that was copied from another row the copy is reported by now, and takes no part.
        rows.forEach(check::sharesTitle);
    }

    private void vote(ClaimRow row) {
        Set<ClaimColumn> columns = EnumSet.noneOf(ClaimColumn.class);
        Stream.of(ClaimColumn.values()).filter(c -> row.has(c) && !errors.unusable(row).contains(c))
                .forEach(columns::add);
        if (Stream.of(ClaimColumn.DOI, ClaimColumn.PMID, ClaimColumn.PMCID).anyMatch(row::has)) {
            columns.remove(ClaimColumn.URL);
        }
        usable.put(row, columns);
        votes.add(row, columns, columns.stream().filter(c -> errors.hasError(row, c)).collect(Collectors.toSet()));
    }

    /** The columns whose cells count; each row has voted before any is checked. */
    private Set<ClaimColumn> usable(ClaimRow row) {
        return Objects.requireNonNull(usable.get(row));
    }

    private void outvoted(ClaimRow row) {
        for (List<PublicationDisagreement> found = conflicts(row);
                found.stream().anyMatch(PublicationDisagreement::outvoted);
                found = conflicts(row)) {
            report(row, cause(row, found), found);
        }
    }

    /** As many say one thing as another: the one that came later is reported. */
    private void undecided(ClaimRow row) {
        for (List<PublicationDisagreement> found = conflicts(row); found.stream().anyMatch(c -> isLater(row, c));
                found = conflicts(row)) {
            report(row, cause(row, found), found);
        }
    }

    /** A title that is known with another DOI. */
    private void sharesTitle(ClaimRow row) {
        if (usable(row).containsAll(List.of(ClaimColumn.TITLE, ClaimColumn.DOI))) {
            conflict(row, ClaimColumn.TITLE, ClaimColumn.DOI).filter(c -> c.outvoted() || isLater(row, c)).map(List::of)
                    .ifPresent(found -> report(row, cause(row, found), found));
        }
    }

    private boolean isLater(ClaimRow row, PublicationDisagreement c) {
        return votes.best(PublicationConsensus.attribute(row, c.name(), c.said()))
                .filter(best -> !best.equals(PublicationConsensus.value(row, c.said()))).isPresent();
    }

    private List<PublicationDisagreement> conflicts(ClaimRow row) {
        List<PublicationDisagreement> all = new ArrayList<>();
        Set<ClaimColumn> columns = usable(row);
        for (ClaimColumn name : PublicationConsensus.IDENTIFIERS) {
            for (ClaimColumn said : PublicationConsensus.ATTRIBUTES) {
                boolean isComparable = said != name || name == ClaimColumn.DOI;
                if (isComparable && columns.contains(name) && columns.contains(said)) {
                    conflict(row, name, said).ifPresent(all::add);
                }
            }
        }
        return all;
    }

    private Optional<PublicationDisagreement> conflict(ClaimRow row, ClaimColumn name, ClaimColumn said) {
        Attribute attribute = PublicationConsensus.attribute(row, name, said);
        String here = PublicationConsensus.value(row, said);
        long mine = votes.votes(attribute, here);
        return votes.other(attribute, here).filter(other -> votes.votes(attribute, other) >= mine)
                .map(other -> new PublicationDisagreement(name, said, here, other,
                        votes.votes(attribute, other) > mine))
                .filter(conflict -> !conflict.isOfVersions());
    }

    /** The column that explains most; of several the one that least speaks for. */
    private ClaimColumn cause(ClaimRow row, List<PublicationDisagreement> found) {
        Map<ClaimColumn, Integer> explains = new EnumMap<>(ClaimColumn.class);
        found.forEach(c -> c.suspects().forEach(column -> explains.merge(column, c.outvoted() ? 2 : 1, Integer::sum)));
        return explains.keySet().stream().max(Comparator.comparing((ClaimColumn column) -> explains.get(column))
                .thenComparing(column -> -support(row, column)).thenComparing(TRUST::indexOf)).orElseThrow();
    }

    /** How much else of the row others say together with this cell. */
    private long support(ClaimRow row, ClaimColumn column) {
        if (column == ClaimColumn.YEAR || column == ClaimColumn.STUDY_KIND) {
            return 0;
        }
        return Stream.of(ClaimColumn.DOI, ClaimColumn.PMID, ClaimColumn.PMCID, ClaimColumn.TITLE, ClaimColumn.SEEN_AT,
                ClaimColumn.CLAIM_KEY)
                .filter(other -> other != column && usable(row).contains(other))
                .filter(other -> votes.isShared(row, column, other)).count();
    }

    private void report(ClaimRow row, ClaimColumn cause, List<PublicationDisagreement> found) {
        Optional<PublicationDisagreement> said = found.stream().filter(c -> c.said() == cause)
                .max(Comparator.comparing(PublicationDisagreement::outvoted));
        boolean isAnother = found.stream().anyMatch(c -> c.name() == cause && c.said() != cause && c.outvoted());
        boolean isMild =
                found.stream().filter(c -> c.suspects().contains(cause)).allMatch(PublicationDisagreement::isMild);
        CellError error = said.isPresent() && !isAnother ? differs(row, said.get()) : ofAnother(row, cause, found);
        if (said.filter(c -> isExchangedWithFinding(row, c)).isPresent()) {
            error = exchanged(row, said.get());
            errors.markUnusable(row, ClaimColumn.FINDING);
        }
        // The sort of study may be reported differently by two sheets, and a claim stays true all the same.
        CellError reported = cause == ClaimColumn.STUDY_KIND || isMild ? error.asWarning() : error;
        errors.add(row, cause, reported);
        suppress(row, cause, found, reported);
        votes.remove(row, usable(row), cause);
        usable(row).remove(cause);
    }

    private static boolean isExchangedWithFinding(ClaimRow row, PublicationDisagreement c) {
        return c.said() == ClaimColumn.TITLE && c.elsewhere().equalsIgnoreCase(row.text(ClaimColumn.FINDING));
    }

    private CellError exchanged(ClaimRow row, PublicationDisagreement c) {
        return CellError.of(SheetRule.EXCHANGED, "the cell and " + errors.letter(ClaimColumn.FINDING) + row.number()
                + " (finding) look exchanged", "Exchange these two cells.").withSuggestion(c.elsewhere());
    }

    private static CellError differs(ClaimRow row, PublicationDisagreement c) {
        String name = c.name() == ClaimColumn.TITLE ? "this title" : c.name().heading() + " " + row.text(c.name());
        return CellError.of(SheetRule.PUBLICATION_DIFFERS, c.name() == c.said()
                ? "other rows write this " + c.said().heading() + " in other letters"
                : "other rows that cite " + name + " give another " + c.said().heading(),
                "Correct this row, or the others: "
                        + "the " + c.said().heading() + " is the same in each row that cites the publication.")
                .withSuggestion(c.elsewhere());
    }

    private CellError ofAnother(ClaimRow row, ClaimColumn cause, List<PublicationDisagreement> found) {
        Optional<String> title = found.stream().filter(c -> c.name() == cause && c.said() == ClaimColumn.TITLE)
                .map(PublicationDisagreement::elsewhere).findFirst();
        CellError error = CellError.of(SheetRule.PUBLICATION_DIFFERS,
                "this " + cause.heading() + " is that of another publication"
                        + title.map(t -> ", '" + t + "'").orElse(""),
                "Correct the " + cause.heading() + ", or all that the row says"
                        + " besides of the publication.");
        return Stream.of(ClaimColumn.DOI, ClaimColumn.PMID, ClaimColumn.PMCID, ClaimColumn.TITLE)
                .filter(name -> name != cause && usable(row).contains(name))
                .flatMap(
                        name -> votes.other(PublicationConsensus.attribute(row, name, cause), row.text(cause)).stream())
                .findFirst().map(error::withSuggestion).orElse(error);
    }

    /** The shapes would say it of the publication, at the first row that cites it. */
    private void suppress(ClaimRow row, ClaimColumn cause, List<PublicationDisagreement> found, CellError reported) {
        if (cause.identifiesPublication()) {
            Stream.of(ClaimColumn.values()).filter(c -> c.content() == ClaimColumn.Content.PUBLICATION)
                    .forEach(c -> errors.suppress(row.number(), c, reported.severity()));
        }
        found.stream().filter(c -> c.said() == cause).map(c -> PublicationConsensus.attribute(row, c.name(), cause))
                .forEach(attribute -> rows.stream()
                        .filter(other -> PublicationConsensus.attribute(other, attribute.name(), cause)
                                .equals(attribute))
                        .forEach(other -> errors.suppress(other.number(), cause, reported.severity())));
    }
}
