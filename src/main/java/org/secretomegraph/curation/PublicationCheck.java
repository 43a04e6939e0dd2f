package org.secretomegraph.curation;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.secretomegraph.sheet.Fault;
import org.secretomegraph.sheet.SheetRule;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/**
 * Rows that cite one publication must say the same of it. When they do not, the row that stands alone is the one to
 * mend: each row is a vote, what another sheet of the graph says outweighs them all, and what an earlier version of this
 * sheet said breaks a tie.
 */
final class PublicationCheck {
    private static final Set<ClaimColumn> NAMES = EnumSet.of(ClaimColumn.DOI, ClaimColumn.PMID);
    private static final List<ClaimColumn> SAID = List.of(ClaimColumn.DOI, ClaimColumn.PMID, ClaimColumn.PMCID,
            ClaimColumn.YEAR, ClaimColumn.TITLE, ClaimColumn.STUDY_KIND);
    private static final long ANOTHER_SHEET = 1_000_000;
    private static final long A_ROW = 10;
    private static final long EARLIER_VERSION = 1;

    /** By what the publication is named: for example the DOI, and what is said of it. */
    private record Question(ClaimColumn name, String value, ClaimColumn said) {}

    private final Map<Question, Map<String, Long>> votes = new HashMap<>();
    private final SheetFaults faults;

    private PublicationCheck(SheetFaults faults) {
        this.faults = faults;
    }

    static void check(List<ClaimRow> rows, DatasetGraph believed, Node own, SheetFaults faults) {
        PublicationCheck check = new PublicationCheck(faults);
        rows.forEach(check::vote);
        check.believed(believed, own, rows);
        rows.forEach(row -> check.row(row, rows));
    }

    private void vote(ClaimRow row) {
        each(row, (question, value) -> vote(question, value, A_ROW));
    }

    private void vote(Question question, String value, long weight) {
        votes.computeIfAbsent(question, q -> new java.util.LinkedHashMap<>()).merge(value, weight, Long::sum);
    }

    private interface Answer {
        void is(Question question, String value);
    }

    private void each(ClaimRow row, Answer answer) {
        for (ClaimColumn name : NAMES) {
            for (ClaimColumn said : SAID) {
                if (said != name && states(row, name) && states(row, said)) {
                    answer.is(new Question(name, normal(name, row.text(name)), said), normal(said, row.text(said)));
                }
            }
        }
    }

    private boolean states(ClaimRow row, ClaimColumn column) {
        return row.has(column) && !faults.broken(row).contains(column);
    }

    private static String normal(ClaimColumn column, String text) {
        return column == ClaimColumn.DOI ? text.toLowerCase(Locale.ROOT) : text;
    }

    private void believed(DatasetGraph believed, Node own, List<ClaimRow> rows) {
        Map<ClaimColumn, Node> properties = Map.of(ClaimColumn.DOI, Terms.doi, ClaimColumn.PMID, Terms.pmid,
                ClaimColumn.PMCID, Scso.pmcid, ClaimColumn.YEAR, Terms.issued, ClaimColumn.TITLE, Terms.title);
        Set<Question> asked = Set.copyOf(votes.keySet());
        for (ClaimColumn name : NAMES) {
            believed.stream(Node.ANY, Node.ANY, properties.get(name), Node.ANY)
                    .filter(q -> q.getGraph().isURI() && q.getGraph().getURI().startsWith(Scso.NS + "graph/curation/"))
                    .forEach(q -> properties.forEach((said, property) -> {
                        Question question = new Question(name, normal(name, text(q)), said);
                        if (asked.contains(question)) {
                            long weight = q.getGraph().equals(own) ? EARLIER_VERSION : ANOTHER_SHEET;
                            believed.getGraph(q.getGraph()).stream(q.getSubject(), property, Node.ANY)
                                    .map(Triple::getObject).map(Node::getLiteralLexicalForm)
                                    .forEach(value -> vote(question, normal(said, value), weight));
                        }
                    }));
        }
    }

    private static String text(Quad quad) {
        return quad.getObject().getLiteralLexicalForm();
    }

    private void row(ClaimRow row, List<ClaimRow> rows) {
        each(row, (question, value) -> {
            Map<String, Long> said = votes.get(question);
            String winner = said.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey)
                    .orElse(value);
            Optional<String> first = said.get(value).equals(said.get(winner)) ? said.keySet().stream()
                    .filter(v -> said.get(v).equals(said.get(winner))).findFirst() : Optional.of(winner);
            first.filter(v -> !v.equals(value)).ifPresent(v -> differs(row, question, v, rows));
        });
    }

    /** The sort of study may be told differently by two sheets, and a claim stays true all the same. */
    private void differs(ClaimRow row, Question question, String winner, List<ClaimRow> rows) {
        ClaimColumn said = question.said();
        if (said == ClaimColumn.TITLE && winner.equalsIgnoreCase(row.text(said))) {
            return;
        }
        Fault fault = Fault.of(SheetRule.PUBLICATION_DIFFERS, "other rows that cite " + question.name().heading() + " "
                + row.text(question.name()) + " give another " + said.heading(), "Correct this row, or the others: "
                + "the " + said.heading() + " is the same in each row that cites the publication.").meant(winner);
        faults.cell(row, said, said == ClaimColumn.STUDY_KIND ? fault.asWarning() : fault);
        // The shapes would say it of the publication, at the first row that cites it.
        rows.stream().filter(other -> normal(question.name(), other.text(question.name())).equals(question.value()))
                .forEach(other -> faults.settle(other.number(), said));
    }
}
