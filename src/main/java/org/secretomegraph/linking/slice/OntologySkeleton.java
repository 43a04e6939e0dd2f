package org.secretomegraph.linking.slice;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.secretomegraph.linking.Replacement;
import org.secretomegraph.linking.release.HeaderField;
import org.secretomegraph.linking.release.OntologyHandler;
import org.secretomegraph.linking.release.TermField;
import org.secretomegraph.vocab.PrefixRecord;
import org.secretomegraph.vocab.PrefixRegistry;

/**
 * The skeleton of a release: which terms there are, what is above them, which are withdrawn for what. Names are kept
 * once and everything else refers to them by number, so that a release of a million terms fits into a few hundred
 * megabytes.
 */
public final class OntologySkeleton implements OntologyHandler {
    private static final int[] NONE = {};

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<int[]> isA = new ArrayList<>();
    private final List<int[]> partOf = new ArrayList<>();
    private final BitSet declared = new BitSet();
    private final BitSet described = new BitSet();
    /** Data and annotation properties: known, but no measure of which prefix the ontology mints. */
    private final BitSet otherProperties = new BitSet();
    private final BitSet noTerms = new BitSet();
    private final BitSet obsolete = new BitSet();
    /** Identifiers that a term has from those merged into it. */
    private final BitSet merged = new BitSet();
    private final Map<String, Set<String>> replacedBy = new HashMap<>();
    private final Map<String, Set<String>> consider = new HashMap<>();
    private final ReleaseHeader header = new ReleaseHeader();

    @Override
    public void header(HeaderField field, String value) {
        header.take(field, value);
    }

    @Override
    public void term(String term, TermField field, String value) {
        switch (field) {
            case CLASS, PROPERTY, INDIVIDUAL -> declared.set(number(term));
            case IS_A -> add(isA, term, value);
            case PART_OF -> add(partOf, term, value);
            case OBSOLETE -> {
                obsolete.set(number(term));
                described.set(number(term));
            }
            case LABEL -> described.set(number(term));
            case DATA_PROPERTY, ANNOTATION_PROPERTY -> otherProperties.set(number(term));
            case NO_TERM -> noTerms.set(number(term));
            case REPLACED_BY -> replacedBy.computeIfAbsent(term, t -> new TreeSet<>()).add(value);
            case CONSIDER -> consider.computeIfAbsent(term, t -> new TreeSet<>()).add(value);
            case MERGED -> {
                merged.set(number(value));
                replacedBy.computeIfAbsent(value, t -> new TreeSet<>()).add(term);
            }
            case EXACT_SYNONYM, OTHER_SYNONYM, INVERSE_OF -> {}
        }
    }

    public ReleaseHeader header() {
        return header;
    }

    /**
     * Whether the release declares the term, in force or withdrawn. One that has a label, or is withdrawn, without
     * being declared anything counts too: OWL tools write so what they know by an annotation only.
     */
    public boolean knows(String term) {
        Integer number = numbers.get(term);
        return number != null
                && (isDeclared(number) || merged.get(number) || described.get(number) && !noTerms.get(number));
    }

    /** Whether it is withdrawn. What a release declares in its own right is in force, though another term claims it. */
    public boolean isObsolete(String term) {
        Integer number = numbers.get(term);
        return number != null && (obsolete.get(number) || merged.get(number) && !isDeclared(number));
    }

    private boolean isDeclared(int number) {
        return declared.get(number) || otherProperties.get(number);
    }

    int size() {
        return declared.cardinality();
    }

    /** One of the declared terms. */
    public Optional<String> example() {
        return declared.stream().mapToObj(names::get).findFirst();
    }

    /** The prefixes of the declared terms, with how many each has. */
    private Map<String, Long> counted(PrefixRegistry prefixes) {
        return declared.stream().mapToObj(names::get).map(prefixes::prefix).filter(p -> !p.isEmpty())
                .collect(Collectors.groupingBy(p -> p, TreeMap::new, Collectors.counting()));
    }

    /** The prefixes of the declared terms. */
    public Set<String> prefixes(PrefixRegistry prefixes) {
        return counted(prefixes).keySet();
    }

    /** The prefix that the ontology mints: the one its name says, else the one that most of its terms have. */
    public String mintedPrefix(PrefixRegistry prefixes) {
        Map<String, Long> counted = counted(prefixes);
        return prefixes.bySynonym(header.shortName()).or(() -> prefixes.bySynonym(header.family()))
                .or(() -> prefixes.registered(header.family()).filter(p -> counted.containsKey(p.prefix())))
                .map(PrefixRecord::prefix).orElseGet(() -> counted.entrySet().stream().max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey).orElse(""));
    }

    /**
     * The terms and everything above them by is-a and part-of, as far as the terms are followed.
     *
     * @param follows whether a term above is to be taken; what is above one that is not is not reached through it
     * @param top     terms that are taken and not followed further
     */
    Set<String> closure(Collection<String> terms, Predicate<String> follows, Set<String> top) {
        Set<String> reached = new HashSet<>(terms);
        Deque<String> open = new ArrayDeque<>(terms);
        while (!open.isEmpty()) {
            String term = open.pop();
            if (top.contains(term)) {
                continue;
            }
            for (String above : above(term, true)) {
                if (follows.test(above) && reached.add(above)) {
                    open.push(above);
                }
            }
        }
        return reached;
    }

    /** The superclasses of a term, and with them what it is part of. */
    public List<String> above(String term, boolean withWholes) {
        Integer number = numbers.get(term);
        if (number == null) {
            return List.of();
        }
        List<String> above = new ArrayList<>();
        Arrays.stream(isA.get(number)).mapToObj(names::get).forEach(above::add);
        if (withWholes) {
            Arrays.stream(partOf.get(number)).mapToObj(names::get).forEach(above::add);
        }
        return above;
    }

    /** What to use instead of a withdrawn term, through every link of the chain. */
    public Replacement replacement(String term) {
        Set<String> path = new LinkedHashSet<>(List.of(term));
        String at = term;
        while (replacedBy.containsKey(at)) {
            Set<String> next = replacedBy.get(at);
            if (next.size() > 1) {
                return new Replacement.OneOf(List.copyOf(next));
            }
            at = next.iterator().next();
            if (!path.add(at)) {
                List<String> cycle = new ArrayList<>(path);
                cycle.add(at);
                return new Replacement.Cycle(List.copyOf(cycle));
            }
            if (!isObsolete(at)) {
                return new Replacement.With(at, List.copyOf(path).subList(1, path.size()));
            }
        }
        Set<String> maybe = consider.getOrDefault(at, Set.of());
        return maybe.isEmpty() ? new Replacement.None() : new Replacement.OneOf(List.copyOf(maybe));
    }

    private void add(List<int[]> edges, String term, String above) {
        int from = number(term);
        int to = number(above);
        int[] known = edges.get(from);
        if (from == to || Arrays.stream(known).anyMatch(k -> k == to)) {
            return;
        }
        int[] more = Arrays.copyOf(known, known.length + 1);
        more[known.length] = to;
        edges.set(from, more);
    }

    private int number(String term) {
        return numbers.computeIfAbsent(term, t -> {
            names.add(t);
            isA.add(NONE);
            partOf.add(NONE);
            return names.size() - 1;
        });
    }
}
