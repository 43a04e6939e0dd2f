package org.secretomegraph.link;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.secretomegraph.link.source.Fact;
import org.secretomegraph.link.source.FactSink;
import org.secretomegraph.link.source.FactSource;

/** The second pass over a release: everything about the wanted terms, nothing about the others. */
final class TermCollector implements FactSink {
    private static final Set<Fact> DECLARATIONS = Set.of(Fact.CLASS, Fact.PROPERTY, Fact.INDIVIDUAL);

    private final Map<String, Map<Fact, Set<String>>> wanted = new TreeMap<>();
    private final Map<String, Set<String>> mergedInto = new TreeMap<>();

    private TermCollector(Set<String> terms) {
        terms.forEach(term -> wanted.put(term, new EnumMap<>(Fact.class)));
    }

    /** The wanted terms, by IRI and in its order. */
    static Map<String, Term> read(FactSource source, Set<String> terms) {
        TermCollector collector = new TermCollector(terms);
        source.sendTo(collector);
        collector.withdrawMerged();
        Map<String, Term> read = new TreeMap<>();
        collector.wanted.forEach((iri, facts) -> read.put(iri, term(iri, facts)));
        return read;
    }

    @Override
    public void term(String term, Fact fact, String value) {
        keep(term, fact, value);
        if (fact == Fact.MERGED && wanted.containsKey(value)) {
            mergedInto.computeIfAbsent(value, v -> new TreeSet<>()).add(term);
        }
    }

    /** An identifier that another term took over is withdrawn, unless the release declares it in its own right. */
    private void withdrawMerged() {
        mergedInto.forEach((merged, terms) -> {
            Map<Fact, Set<String>> facts = wanted.get(merged);
            boolean isDeclared = DECLARATIONS.stream().anyMatch(facts::containsKey);
            if (!isDeclared || facts.containsKey(Fact.OBSOLETE)) {
                keep(merged, Fact.OBSOLETE, "");
                terms.forEach(term -> keep(merged, Fact.REPLACED_BY, term));
            }
        });
    }

    private void keep(String term, Fact fact, String value) {
        Map<Fact, Set<String>> facts = wanted.get(term);
        if (facts != null) {
            facts.computeIfAbsent(fact, f -> new TreeSet<>()).add(value);
        }
    }

    private static Term term(String iri, Map<Fact, Set<String>> facts) {
        return new Term(iri, type(facts), list(facts, Fact.LABEL), list(facts, Fact.EXACT_SYNONYM),
                list(facts, Fact.OTHER_SYNONYM), list(facts, Fact.IS_A), list(facts, Fact.PART_OF),
                list(facts, Fact.INVERSE_OF), facts.containsKey(Fact.OBSOLETE), list(facts, Fact.REPLACED_BY));
    }

    private static String type(Map<Fact, Set<String>> facts) {
        return facts.containsKey(Fact.PROPERTY) ? "owl:ObjectProperty"
                : facts.containsKey(Fact.INDIVIDUAL) && !facts.containsKey(Fact.CLASS) ? "owl:NamedIndividual" : "owl:Class";
    }

    private static List<String> list(Map<Fact, Set<String>> facts, Fact fact) {
        return List.copyOf(facts.getOrDefault(fact, Set.of()));
    }
}
