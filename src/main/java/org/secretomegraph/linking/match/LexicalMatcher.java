package org.secretomegraph.linking.match;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OWL2;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.linking.release.GraphSource;
import org.secretomegraph.linking.release.HeaderField;
import org.secretomegraph.linking.release.OntologyHandler;
import org.secretomegraph.linking.release.OntologySource;
import org.secretomegraph.linking.release.TermField;
import org.secretomegraph.linking.slice.ReleaseHeader;
import org.secretomegraph.linking.slice.Term;
import org.secretomegraph.linking.slice.TermExtractor;
import org.secretomegraph.linking.sssom.SssomWriter;
import org.secretomegraph.vocab.NameNormalizer;
import org.secretomegraph.vocab.PrefixRegistry;
import org.secretomegraph.vocab.Scso;

/**
 * Proposes which terms of another ontology say the same as ours, by their names alone. Names lie: a proposal is
 * something for a curator to look at, and nothing here applies one.
 */
public final class LexicalMatcher {
    private static final Set<TermField> NAMES =
            Set.of(TermField.LABEL, TermField.EXACT_SYNONYM, TermField.OTHER_SYNONYM);

    /** Words that do not tell names apart, and the possessive ending. Capitals stay: vitamin A is not vitamin. */
    private static final Pattern FUNCTION_WORD =
            Pattern.compile("\\b(of|the|an?|by|in|and|with|from|for)\\b|(?<=\\w)['\u2019]s\\b");

    /** A name of one of our terms. */
    private record OwnName(String term, MatchField field, String name) {}

    /** Shorter names are abbreviations, which stand for many things. */
    private static final int SHORTEST_NAME = 5;

    /** Two names that fold to the same. */
    private record Match(OwnName ours, String theirs, MatchField theirField, String theirName, String folded) {
        /** Labels beat synonyms, and names that differ in nothing but case beat folded ones. */
        double confidence() {
            boolean same = inLowerCase(ours.name()).equals(inLowerCase(theirName));
            return (same ? 0.95 : 0.85) * (folded.length() < SHORTEST_NAME ? 0.4 : 1)
                    * Math.min(ours.field().trust(), theirField.trust());
        }

        /**
         * CM is a conditioned medium and a modified cytidine: a short name that is a synonym on both sides tells
         * nothing.
         */
        boolean isMereAbbreviation() {
            return folded.replace(" ", "").length() < SHORTEST_NAME && ours.field() != MatchField.LABEL
                    && theirField != MatchField.LABEL;
        }

        String pair() {
            return ours.term() + " " + theirs;
        }
    }

    private final Snapshot graph;
    private final OntologySource release;
    private final PrefixRegistry prefixes = PrefixRegistry.bundled();
    private final Map<String, Set<OwnName>> ours = new HashMap<>();
    private final Map<String, String> labels = new TreeMap<>();
    private final ReleaseHeader header = new ReleaseHeader();

    private LexicalMatcher(Snapshot graph, OntologySource release) {
        this.graph = graph;
        this.release = release;
    }

    /** @throws InvalidInputException when the release names no term */
    public static Proposed of(Snapshot graph, OntologySource release) {
        return new LexicalMatcher(graph, release).propose();
    }

    /**
     * What is proposed.
     *
     * @param text  a mapping set in SSSOM/TSV
     * @param count how many mappings it holds
     * @param known how many matches were left out because a mapping of the graph says them already
     * @param note  what has to be known about the release
     */
    public record Proposed(String text, int count, int known, Optional<String> note) {}

    private Proposed propose() {
        readOurs();
        BestMatches matches = new BestMatches();
        release.sendTo(matches);
        if (!matches.hasNames) {
            throw new InvalidInputException(release.name() + ": names no term");
        }
        Map<String, Match> best = matches.best;
        Set<String> theirs = best.values().stream().map(Match::theirs).collect(Collectors.toSet());
        Map<String, Term> terms = TermExtractor.read(release, theirs);
        List<Match> inForce = best.values().stream().filter(m -> !term(terms, m).obsolete()).toList();
        List<Match> live = inForce.stream().filter(m -> prefixes.foreignCurie(m.theirs()).isPresent()).toList();
        List<Match> fresh = live.stream().filter(m -> !isMapped(m)).toList();
        return new Proposed(text(fresh, terms), fresh.size(), live.size() - fresh.size(),
                note(inForce.stream().filter(m -> !live.contains(m)).toList()));
    }

    /** The best match of each pair of terms. */
    private final class BestMatches implements OntologyHandler {
        private final Map<String, Match> best = new TreeMap<>();
        private boolean hasNames;

        @Override
        public void header(HeaderField field, String value) {
            header.take(field, value);
        }

        @Override
        public void term(String term, TermField field, String value) {
            if (NAMES.contains(field) && !term.startsWith(Scso.NS)) {
                hasNames = true;
                matches(term, MatchField.of(field), value)
                        .forEach(m -> best.merge(m.pair(), m, LexicalMatcher::better));
            }
        }
    }

    /** What is left out is reported: SSSOM names a term by its CURIE, and terms of unknown prefixes have none. */
    private Optional<String> note(List<Match> nameless) {
        Optional<String> left = nameless.stream().findFirst().map(m -> release.name() + ": " + nameless.size()
                + (nameless.size() == 1 ? " match is" : " matches are") + " left out, such as " + m.theirs()
                + ", since the bundled prefixes have none for it");
        return Stream.of(header.note(release.name()), left).flatMap(Optional::stream).reduce((a, b) -> a + "; " + b);
    }

    /**
     * The names of our terms in force. An organisation or a status is no class, and what has its name elsewhere is
     * something else.
     */
    private void readOurs() {
        Set<String> apart = new HashSet<>();
        new GraphSource("ours", List.of(graph.dataset().getGraph(NamedGraphs.ONTOLOGY)))
                .sendTo((term, field, value) -> {
                    if (field == TermField.INDIVIDUAL || field == TermField.OBSOLETE) {
                        apart.add(term);
                    }
                    if (term.matches(Scso.NS + "\\d{7}") && NAMES.contains(field)) {
                        String folded = normalized(value);
                        if (!folded.isEmpty()) {
                            ours.computeIfAbsent(folded, f -> new HashSet<>())
                                    .add(new OwnName(term, MatchField.of(field), value));
                        }
                        if (field == TermField.LABEL) {
                            labels.put(term, value);
                        }
                    }
                });
        ours.values().forEach(names -> names.removeIf(name -> apart.contains(name.term())));
    }

    private Stream<Match> matches(String theirs, MatchField field, String name) {
        String folded = normalized(name);
        return ours.getOrDefault(folded, Set.of()).stream().map(own -> new Match(own, theirs, field, name, folded))
                .filter(m -> !m.isMereAbbreviation());
    }

    /** The normalized words of a name in alphabetical order; empty for a name without letters and digits. */
    static String normalized(String name) {
        return NameNormalizer.words(FUNCTION_WORD.matcher(name).replaceAll(" ")).stream().sorted()
                .collect(Collectors.joining(" "));
    }

    private static String inLowerCase(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    private static Match better(Match a, Match b) {
        return Stream.of(a, b).max(Comparator.comparingDouble(Match::confidence)
                .thenComparing(m -> m.ours().name(), Comparator.reverseOrder())
                .thenComparing(Match::theirName, Comparator.reverseOrder())).orElseThrow();
    }

    /** Whether a mapping set speaks of the pair, be it to say that the two are not the same. */
    private boolean isMapped(Match m) {
        Graph union = graph.union();
        Node theirs = NodeFactory.createURI(m.theirs());
        return union.stream(Node.ANY, OWL2.annotatedSource.asNode(), NodeFactory.createURI(m.ours().term()))
                .anyMatch(t -> union.contains(t.getSubject(), OWL2.annotatedTarget.asNode(), theirs));
    }

    private String text(List<Match> matches, Map<String, Term> terms) {
        Map<String, Long> perOurs = count(matches.stream().map(m -> m.ours().term()).toList());
        Map<String, Long> perTheirs = count(matches.stream().map(Match::theirs).toList());
        SssomWriter table = new SssomWriter(
                "proposed-" + (header.shortName().isEmpty() ? "mappings" : header.shortName()),
                "Proposed mappings of SCSO terms" + header.title().map(t -> " to " + t).orElse(""),
                "Made by comparing names only, to be reviewed by a curator before use. Names were compared after folding"
                        + " case, accents, punctuation, Greek letters, plural, word order, and British and American spelling.");
        header.version().ifPresent(v -> table.slot("object_source_version", v));
        table.slot("mapping_tool", "secretome link map");
        for (Match m : matches) {
            boolean ambiguous =
                    perOurs.getOrDefault(m.ours().term(), 0L) > 1 || perTheirs.getOrDefault(m.theirs(), 0L) > 1;
            boolean close = m.ours().field() == MatchField.OTHER || m.theirField() == MatchField.OTHER;
            table.row(prefixes.curie(m.ours().term()).orElseThrow(), labels.getOrDefault(m.ours().term(), ""),
                    close ? "skos:closeMatch" : "skos:exactMatch", prefixes.foreignCurie(m.theirs()).orElseThrow(),
                    term(terms, m).label().orElse(""), "semapv:LexicalMatching",
                    String.format(Locale.ROOT, "%.2f", m.confidence() * (ambiguous ? 0.8 : 1)),
                    m.ours().field().curie(), m.theirField().curie(), m.folded());
        }
        return table.text(prefixes);
    }

    /** The extractor gives each term that it was asked for. */
    private static Term term(Map<String, Term> terms, Match match) {
        return Objects.requireNonNull(terms.get(match.theirs()));
    }

    private static Map<String, Long> count(Collection<String> ids) {
        return ids.stream().collect(Collectors.groupingBy(id -> id, Collectors.counting()));
    }
}
