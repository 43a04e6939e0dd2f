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
        collector.wanted.forEach((iri, fields) -> read.put(iri, term(iri, fields)));
        return read;
    }

    @Override
    public void term(String term, TermField field, String value) {
        keep(term, field, value);
        if (field == TermField.MERGED && wanted.containsKey(value)) {
            mergedInto.computeIfAbsent(value, v -> new TreeSet<>()).add(term);
        }
    }

    /** An identifier that another term took over is withdrawn, unless the release declares it in its own right. */
    private void withdrawMerged() {
        mergedInto.forEach((merged, terms) -> {
            Map<TermField, Set<String>> fields = wanted.getOrDefault(merged, Map.of());
            boolean isDeclared = DECLARATIONS.stream().anyMatch(fields::containsKey);
            if (!isDeclared || fields.containsKey(TermField.OBSOLETE)) {
                keep(merged, TermField.OBSOLETE, "");
                terms.forEach(term -> keep(merged, TermField.REPLACED_BY, term));
            }
        });
    }

    private void keep(String term, TermField field, String value) {
        Map<TermField, Set<String>> fields = wanted.get(term);
        if (fields != null) {
            fields.computeIfAbsent(field, f -> new TreeSet<>()).add(value);
        }
    }

    private static Term term(String iri, Map<TermField, Set<String>> fields) {
        return new Term(iri, type(fields), list(fields, TermField.LABEL), list(fields, TermField.EXACT_SYNONYM),
                list(fields, TermField.OTHER_SYNONYM), list(fields, TermField.IS_A), list(fields, TermField.PART_OF),
                list(fields, TermField.INVERSE_OF), fields.containsKey(TermField.OBSOLETE),
                list(fields, TermField.REPLACED_BY));
    }

    private static String type(Map<TermField, Set<String>> fields) {
        if (fields.containsKey(TermField.ANNOTATION_PROPERTY) && !fields.containsKey(TermField.CLASS)) {
            return "owl:AnnotationProperty";
        }
        if (fields.containsKey(TermField.PROPERTY)) {
            return "owl:ObjectProperty";
        }
        if (fields.containsKey(TermField.DATA_PROPERTY)) {
            return "owl:DatatypeProperty";
        }
        return fields.containsKey(TermField.INDIVIDUAL) && !fields.containsKey(TermField.CLASS) ? "owl:NamedIndividual"
                : "owl:Class";
    }

    private static List<String> list(Map<TermField, Set<String>> fields, TermField field) {
        return List.copyOf(fields.getOrDefault(field, Set.of()));
    }
}
