package org.secretomegraph.curation.check;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.curation.read.ClaimRow;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/**
 * What is said of publications, by whom. Each row of a sheet is a vote for what it says of the publication that it
 * cites;
 * what another sheet of the graph says outweighs all rows, and what an earlier version of this sheet said breaks a tie.
 */
final class PublicationConsensus {
    /** What a publication may be known by; by the address of its page only when it has none of the others. */
    static final Set<ClaimColumn> NAMES =
            EnumSet.of(ClaimColumn.DOI, ClaimColumn.PMID, ClaimColumn.PMCID, ClaimColumn.URL);
    /** What rows must say alike. */
    static final List<ClaimColumn> SAID =
            List.of(ClaimColumn.DOI, ClaimColumn.PMID, ClaimColumn.PMCID, ClaimColumn.YEAR,
                    ClaimColumn.TITLE, ClaimColumn.STUDY_KIND);
    /** What rows of one publication usually share, and need not. */
    private static final List<ClaimColumn> SHARED = List.of(ClaimColumn.SEEN_AT, ClaimColumn.CLAIM_KEY);

    private static final Map<ClaimColumn, Node> PROPERTIES = Map.of(ClaimColumn.DOI, Terms.doi, ClaimColumn.PMID,
            Terms.pmid, ClaimColumn.PMCID, Scso.pmcid, ClaimColumn.YEAR, Terms.issued, ClaimColumn.TITLE, Terms.title);
    private static final long ANOTHER_SHEET = 1_000_000;
    private static final long A_ROW = 10;
    /** The row says it a second time: its key or the address that was opened holds the identifier or the year. */
    private static final long SAID_TWICE = 2;
    private static final long EARLIER_VERSION = 1;

    /** By what the publication is named: for example the DOI, and what is said of it. */
    record Question(ClaimColumn name, String value, ClaimColumn said) {}

    private final Map<Question, Map<String, Long>> votes = new HashMap<>();
    private final CooccurrenceModel circumstances;

    PublicationConsensus(CooccurrenceModel circumstances) {
        this.circumstances = circumstances;
    }

    /** The question that a cell of the row answers. */
    static Question question(ClaimRow row, ClaimColumn name, ClaimColumn said) {
        return new Question(name, name(name, row.text(name)), said);
    }

    private static String name(ClaimColumn column, String text) {
        return column == ClaimColumn.DOI || column == ClaimColumn.TITLE ? text.toLowerCase(Locale.ROOT) : text;
    }

    /** What the row says in a column. Of its key only what the claims of one publication share. */
    static String said(ClaimRow row, ClaimColumn column) {
        return column == ClaimColumn.CLAIM_KEY ? stem(row.text(column)) : row.text(column);
    }

    private static String stem(String key) {
        return key.replaceFirst("-\\d+$", "");
    }

    /** @param columns the columns whose cells can be used */
    void add(ClaimRow row, Set<ClaimColumn> columns) {
        pairs(columns).forEach(pair -> vote(question(row, pair.name(), pair.said()), said(row, pair.said()),
                weight(row, pair)));
    }

    /** The row's votes on and by this column do not count any more. */
    void withdraw(ClaimRow row, Set<ClaimColumn> columns, ClaimColumn column) {
        pairs(columns).filter(pair -> pair.name() == column || pair.said() == column).forEach(
                pair -> vote(question(row, pair.name(), pair.said()), said(row, pair.said()), -weight(row, pair)));
    }

    private record Pair(ClaimColumn name, ClaimColumn said) {}

    private static Stream<Pair> pairs(Set<ClaimColumn> columns) {
        return Stream.concat(NAMES.stream(), Stream.of(ClaimColumn.TITLE)).filter(columns::contains)
                .flatMap(name -> Stream.concat(SAID.stream(), SHARED.stream()).filter(columns::contains)
                        .map(said -> new Pair(name, said)));
    }

    private long weight(ClaimRow row, Pair pair) {
        boolean fits = pair.said() == ClaimColumn.STUDY_KIND
                && circumstances.areSeenTogether(row, ClaimColumn.STUDY_KIND, ClaimColumn.EVIDENCE_LEVEL);
        return A_ROW + (isSaidTwice(row, pair.name()) || isSaidTwice(row, pair.said()) || fits ? SAID_TWICE : 0);
    }

    private static boolean isSaidTwice(ClaimRow row, ClaimColumn column) {
        boolean mayBe = NAMES.contains(column) || column == ClaimColumn.YEAR;
        String value = plain(row.text(column).replaceFirst("^10\\.\\d+/", ""));
        return mayBe && value.length() > 3
                && plain(row.text(ClaimColumn.SEEN_AT) + " " + row.text(ClaimColumn.CLAIM_KEY))
                        .contains(value);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private void vote(Question question, String value, long weight) {
        votes.computeIfAbsent(question, q -> new LinkedHashMap<>()).merge(value, weight, Long::sum);
    }

    /** What the graph says of the publications that the rows cite. */
    void believed(DatasetGraph believed, Node own) {
        Set<Question> asked = Set.copyOf(votes.keySet());
        PROPERTIES.forEach((name, property) -> {
            if (name != ClaimColumn.YEAR) {
                believed.stream(Node.ANY, Node.ANY, property, Node.ANY)
                        .filter(quad -> NamedGraphs.isCuration(quad.getGraph()))
                        .forEach(q -> publication(q, name, name(name, q.getObject().getLiteralLexicalForm()), believed,
                                own, asked));
            }
        });
        asked.stream().filter(question -> question.name() == ClaimColumn.URL).map(Question::value).distinct()
                .forEach(url -> believed
                        .stream(Node.ANY, NodeFactory.createURI(url), RDF.type.asNode(), Scso.Publication)
                        .filter(quad -> NamedGraphs.isCuration(quad.getGraph()))
                        .forEach(q -> publication(q, ClaimColumn.URL, url, believed, own, asked)));
    }

    private void publication(Quad named, ClaimColumn name, String value, DatasetGraph believed, Node own,
            Set<Question> asked) {
        if (!isAsked(name, value, asked)) {
            return;
        }
        Graph sheet = believed.getGraph(named.getGraph());
        long weight = named.getGraph().equals(own) ? EARLIER_VERSION : ANOTHER_SHEET;
        PROPERTIES.forEach((said, property) -> sheet.stream(named.getSubject(), property, Node.ANY)
                .forEach(t -> answer(asked, new Question(name, value, said), t.getObject().getLiteralLexicalForm(),
                        weight)));
        sheet.stream(Node.ANY, Scso.publication, named.getSubject()).map(Triple::getSubject).forEach(claim -> {
            answer(asked, new Question(name, value, ClaimColumn.CLAIM_KEY),
                    stem(claim.getURI().replaceFirst("^.*/claim/", "")), 1);
            sheet.stream(claim, Scso.seenAt, Node.ANY).forEach(t -> answer(asked,
                    new Question(name, value, ClaimColumn.SEEN_AT), t.getObject().getLiteralLexicalForm(), 1));
        });
    }

    private static boolean isAsked(ClaimColumn name, String value, Set<Question> asked) {
        return Stream.concat(SAID.stream(), SHARED.stream())
                .anyMatch(said -> asked.contains(new Question(name, value, said)));
    }

    private void answer(Set<Question> asked, Question question, String value, long weight) {
        if (asked.contains(question)) {
            vote(question, value, weight);
        }
    }

    /** The votes for each answer, the first answer first. */
    private Map<String, Long> of(Question question) {
        return votes.getOrDefault(question, Map.of());
    }

    long votes(Question question, String answer) {
        return of(question).getOrDefault(answer, 0L);
    }

    /** The answer with most votes; of several the one that was given first. */
    Optional<String> best(Question question) {
        long most = of(question).values().stream().max(Long::compare).orElse(0L);
        return of(question).entrySet().stream().filter(e -> most > 0 && e.getValue() == most).map(Map.Entry::getKey)
                .findFirst();
    }

    /** The best answer that is another one than this. */
    Optional<String> other(Question question, String answer) {
        return of(question).entrySet().stream().filter(e -> e.getValue() > 0 && !e.getKey().equals(answer))
                .max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /** Whether somebody besides this row gives the row's answer. */
    boolean isShared(ClaimRow row, ClaimColumn name, ClaimColumn said) {
        return votes(question(row, name, said), said(row, said)) > weight(row, new Pair(name, said));
    }
}
