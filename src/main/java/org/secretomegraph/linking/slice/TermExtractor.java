package org.secretomegraph.linking.slice;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.secretomegraph.linking.release.OntologyHandler;
import org.secretomegraph.linking.release.OntologySource;
import org.secretomegraph.linking.release.TermField;

/** The second pass over a release: everything about the wanted terms, nothing about the others. */
public final class TermExtractor implements OntologyHandler {
    private static final Set<TermField> DECLARATIONS =
            Set.of(TermField.CLASS, TermField.PROPERTY, TermField.DATA_PROPERTY, TermField.ANNOTATION_PROPERTY,
                    TermField.INDIVIDUAL);

    private final Map<String, Map<TermField, Set<String>>> wanted = new TreeMap<>();
    private final Map<String, Set<String>> mergedInto = new TreeMap<>();

    private TermExtractor(Set<String> terms) {
        terms.forEach(term -> wanted.put(term, new EnumMap<>(TermField.class)));
    }

    /** The wanted terms, by IRI and in its order. */
    public static Map<String, Term> read(OntologySource source, Set<String> terms) {
        TermExtractor collector = new TermExtractor(terms);
        source.sendTo(collector);
        collector.withdrawMerged();
        Map<String, Term> read = new TreeMap<>();
        collector.wanted.forEach((iri, facts) -> read.put(iri, term(iri, facts)));
        return read;
    }

    @Override
    public void term(String term, TermField fact, String value) {
        keep(term, fact, value);
        if (fact == TermField.MERGED && wanted.containsKey(value)) {
            mergedInto.computeIfAbsent(value, v -> new TreeSet<>()).add(term);
        }
    }

    /** An identifier that another term took over is withdrawn, unless the release declares it in its own right. */
    private void withdrawMerged() {
        mergedInto.forEach((merged, terms) -> {
            Map<TermField, Set<String>> facts = wanted.getOrDefault(merged, Map.of());
            boolean isDeclared = DECLARATIONS.stream().anyMatch(facts::containsKey);
            if (!isDeclared || facts.containsKey(TermField.OBSOLETE)) {
                keep(merged, TermField.OBSOLETE, "");
                terms.forEach(term -> keep(merged, TermField.REPLACED_BY, term));
            }
        });
    }

    private void keep(String term, TermField fact, String value) {
        Map<TermField, Set<String>> facts = wanted.get(term);
        if (facts != null) {
            facts.computeIfAbsent(fact, f -> new TreeSet<>()).add(value);
        }
    }

    private static Term term(String iri, Map<TermField, Set<String>> facts) {
        return new Term(iri, type(facts), list(facts, TermField.LABEL), list(facts, TermField.EXACT_SYNONYM),
                list(facts, TermField.OTHER_SYNONYM), list(facts, TermField.IS_A), list(facts, TermField.PART_OF),
                list(facts, TermField.INVERSE_OF), facts.containsKey(TermField.OBSOLETE),
                list(facts, TermField.REPLACED_BY));
    }

    private static String type(Map<TermField, Set<String>> facts) {
        if (facts.containsKey(TermField.ANNOTATION_PROPERTY) && !facts.containsKey(TermField.CLASS)) {
            return "owl:AnnotationProperty";
        }
        if (facts.containsKey(TermField.PROPERTY)) {
            return "owl:ObjectProperty";
        }
        if (facts.containsKey(TermField.DATA_PROPERTY)) {
            return "owl:DatatypeProperty";
        }
        return facts.containsKey(TermField.INDIVIDUAL) && !facts.containsKey(TermField.CLASS) ? "owl:NamedIndividual"
                : "owl:Class";
    }

    private static List<String> list(Map<TermField, Set<String>> facts, TermField fact) {
        return List.copyOf(facts.getOrDefault(fact, Set.of()));
    }
}
