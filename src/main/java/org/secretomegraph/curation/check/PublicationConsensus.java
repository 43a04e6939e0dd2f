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
 * cites; what another sheet of the graph says outweighs all rows, and what an earlier version of this sheet said
 * breaks a tie.
 */
final class PublicationConsensus {
    /** What a publication may be known by; by the address of its page only when it has none of the others. */
    static final Set<ClaimColumn> IDENTIFIERS =
            EnumSet.of(ClaimColumn.DOI, ClaimColumn.PMID, ClaimColumn.PMCID, ClaimColumn.URL);
    /** What rows must say alike. */
    static final List<ClaimColumn> ATTRIBUTES =
            List.of(ClaimColumn.DOI, ClaimColumn.PMID, ClaimColumn.PMCID, ClaimColumn.YEAR,
                    ClaimColumn.TITLE, ClaimColumn.STUDY_KIND);
    /** What rows of one publication usually share, and need not. */
    private static final List<ClaimColumn> SHARED = List.of(ClaimColumn.SEEN_AT, ClaimColumn.CLAIM_KEY);

    private static final Map<ClaimColumn, Node> PROPERTIES = Map.of(ClaimColumn.DOI, Terms.doi, ClaimColumn.PMID,
            Terms.pmid, ClaimColumn.PMCID, Scso.pmcid, ClaimColumn.YEAR, Terms.issued, ClaimColumn.TITLE, Terms.title);
    private static final long ANOTHER_SHEET = 1_000_000;
    private static final long A_ROW = 10;
    /** The row says it a second time: its key or the address that was opened holds the identifier or the year. */
    private static final long CONFIRMED = 2;
    private static final long EARLIER_VERSION = 1;
    /** A cell that was reported for its form already: what any other row says outweighs it. */
    private static final long DOUBTFUL = 1;

    /** By what the publication is named: for example the DOI, and what is said of it. */
    record Attribute(ClaimColumn name, String value, ClaimColumn said) {}

    private final Map<Attribute, Map<String, Long>> votes = new HashMap<>();
    private final Map<ClaimRow, Set<ClaimColumn>> doubtful = new HashMap<>();
    private final CooccurrenceModel cooccurrences;

    PublicationConsensus(CooccurrenceModel cooccurrences) {
        this.cooccurrences = cooccurrences;
    }

    /** The attribute that a cell of the row answers. */
    static Attribute attribute(ClaimRow row, ClaimColumn name, ClaimColumn said) {
        return new Attribute(name, name(name, row.text(name)), said);
    }

    private static String name(ClaimColumn column, String text) {
        return column == ClaimColumn.DOI || column == ClaimColumn.TITLE ? text.toLowerCase(Locale.ROOT) : text;
    }

    /** What the row says in a column. Of its key only what the claims of one publication share. */
    static String value(ClaimRow row, ClaimColumn column) {
        return column == ClaimColumn.CLAIM_KEY ? stem(row.text(column)) : row.text(column);
    }

    private static String stem(String key) {
        return key.replaceFirst("-\\d+$", "");
    }

    /**
     * @param columns the columns whose cells can be used
     * @param reported those of them whose cells have a warning
     */
    void add(ClaimRow row, Set<ClaimColumn> columns, Set<ClaimColumn> reported) {
        doubtful.put(row, reported);
        pairs(columns).forEach(pair -> vote(attribute(row, pair.name(), pair.said()), value(row, pair.said()),
                weight(row, pair)));
    }

    /** The row's votes on and by this column do not count any more. */
    void remove(ClaimRow row, Set<ClaimColumn> columns, ClaimColumn column) {
        pairs(columns).filter(pair -> pair.name() == column || pair.said() == column).forEach(
                pair -> vote(attribute(row, pair.name(), pair.said()), value(row, pair.said()), -weight(row, pair)));
    }

    private record Pair(ClaimColumn name, ClaimColumn said) {}

    private static Stream<Pair> pairs(Set<ClaimColumn> columns) {
        return Stream.concat(IDENTIFIERS.stream(), Stream.of(ClaimColumn.TITLE)).filter(columns::contains)
                .flatMap(name -> Stream.concat(ATTRIBUTES.stream(), SHARED.stream()).filter(columns::contains)
                        .map(said -> new Pair(name, said)));
    }

    private long weight(ClaimRow row, Pair pair) {
        if (doubtful.getOrDefault(row, Set.of()).contains(pair.said())) {
            return DOUBTFUL;
        }
        boolean fits = pair.said() == ClaimColumn.STUDY_KIND
                && cooccurrences.cooccur(row, ClaimColumn.STUDY_KIND, ClaimColumn.EVIDENCE_LEVEL);
        return A_ROW + (isConfirmed(row, pair.name()) || isConfirmed(row, pair.said()) || fits ? CONFIRMED : 0);
    }

    private static boolean isConfirmed(ClaimRow row, ClaimColumn column) {
        boolean mayBe = IDENTIFIERS.contains(column) || column == ClaimColumn.YEAR;
        String value = plain(row.text(column).replaceFirst("^10\\.\\d+/", ""));
        return mayBe && value.length() > 3
                && plain(row.text(ClaimColumn.SEEN_AT) + " " + row.text(ClaimColumn.CLAIM_KEY))
                        .contains(value);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private void vote(Attribute attribute, String value, long weight) {
        votes.computeIfAbsent(attribute, q -> new LinkedHashMap<>()).merge(value, weight, Long::sum);
    }

    /** What the graph says of the publications that the rows cite. */
    void addExisting(DatasetGraph existing, Node own) {
        Set<Attribute> voted = Set.copyOf(votes.keySet());
        PROPERTIES.forEach((name, property) -> {
            if (name != ClaimColumn.YEAR) {
                existing.stream(Node.ANY, Node.ANY, property, Node.ANY)
                        .filter(quad -> NamedGraphs.isCuration(quad.getGraph()))
                        .forEach(q -> publication(q, name, name(name, q.getObject().getLiteralLexicalForm()), existing,
                                own, voted));
            }
        });
        voted.stream().filter(attribute -> attribute.name() == ClaimColumn.URL).map(Attribute::value).distinct()
                .forEach(url -> existing
                        .stream(Node.ANY, NodeFactory.createURI(url), RDF.type.asNode(), Scso.Publication)
                        .filter(quad -> NamedGraphs.isCuration(quad.getGraph()))
                        .forEach(q -> publication(q, ClaimColumn.URL, url, existing, own, voted)));
    }

    private void publication(Quad named, ClaimColumn name, String value, DatasetGraph existing, Node own,
            Set<Attribute> voted) {
        if (!isVoted(name, value, voted)) {
            return;
        }
        Graph sheet = existing.getGraph(named.getGraph());
        long weight = named.getGraph().equals(own) ? EARLIER_VERSION : ANOTHER_SHEET;
        PROPERTIES.forEach((said, property) -> sheet.stream(named.getSubject(), property, Node.ANY)
                .forEach(t -> answer(voted, new Attribute(name, value, said), t.getObject().getLiteralLexicalForm(),
                        weight)));
        sheet.stream(Node.ANY, Scso.publication, named.getSubject()).map(Triple::getSubject).forEach(claim -> {
            answer(voted, new Attribute(name, value, ClaimColumn.CLAIM_KEY),
                    stem(claim.getURI().replaceFirst("^.*/claim/", "")), 1);
            sheet.stream(claim, Scso.seenAt, Node.ANY).forEach(t -> answer(voted,
                    new Attribute(name, value, ClaimColumn.SEEN_AT), t.getObject().getLiteralLexicalForm(), 1));
        });
    }

    private static boolean isVoted(ClaimColumn name, String value, Set<Attribute> voted) {
        return Stream.concat(ATTRIBUTES.stream(), SHARED.stream())
                .anyMatch(said -> voted.contains(new Attribute(name, value, said)));
    }

    private void answer(Set<Attribute> voted, Attribute attribute, String value, long weight) {
        if (voted.contains(attribute)) {
            vote(attribute, value, weight);
        }
    }

    /** The votes for each answer, the first answer first. */
    private Map<String, Long> of(Attribute attribute) {
        return votes.getOrDefault(attribute, Map.of());
    }

    long votes(Attribute attribute, String answer) {
        return of(attribute).getOrDefault(answer, 0L);
    }

    /** The answer with most votes; of several the one that was given first. */
    Optional<String> best(Attribute attribute) {
        long most = of(attribute).values().stream().max(Long::compare).orElse(0L);
        return of(attribute).entrySet().stream().filter(e -> most > 0 && e.getValue() == most).map(Map.Entry::getKey)
                .findFirst();
    }

    /** The best answer that is another one than this. */
    Optional<String> other(Attribute attribute, String answer) {
        return of(attribute).entrySet().stream().filter(e -> e.getValue() > 0 && !e.getKey().equals(answer))
                .max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /** Whether somebody besides this row gives the row's answer. */
    boolean isShared(ClaimRow row, ClaimColumn name, ClaimColumn said) {
        return votes(attribute(row, name, said), value(row, said)) > weight(row, new Pair(name, said));
    }
}
