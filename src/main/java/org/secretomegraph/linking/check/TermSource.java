package org.secretomegraph.linking.check;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.secretomegraph.linking.release.HeaderField;
import org.secretomegraph.linking.release.OntologyHandler;
import org.secretomegraph.linking.release.OntologySource;
import org.secretomegraph.linking.release.TermField;
import org.secretomegraph.linking.slice.OntologySkeleton;
import org.secretomegraph.linking.slice.Term;
import org.secretomegraph.linking.slice.TermExtractor;

/**
 * Something that can be asked about terms: the bundled slices, or a release. Holds a skeleton and the terms in
 * question.
 */
final class TermSource implements OntologyHandler {
    private final OntologySource source;
    private final OntologySkeleton hierarchy = new OntologySkeleton();
    private final Set<String> labelsInQuestion;
    private final Map<String, Set<String>> byLabel = new HashMap<>();
    private Map<String, Term> terms = Map.of();

    private TermSource(OntologySource source, Set<String> labelsInQuestion) {
        this.source = source;
        this.labelsInQuestion = labelsInQuestion;
    }

    /** Reads a source twice: for its skeleton, and for the terms in question. */
    static TermSource of(OntologySource source, Set<String> terms, Collection<String> labels) {
        Set<String> lower = new HashSet<>();
        labels.forEach(l -> lower.add(l.toLowerCase(Locale.ROOT)));
        TermSource termSource = new TermSource(source, lower);
        source.sendTo(termSource);
        termSource.terms = TermExtractor.read(source, terms);
        return termSource;
    }

    @Override
    public void header(HeaderField field, String value) {
        hierarchy.header(field, value);
    }

    @Override
    public void term(String term, TermField field, String value) {
        hierarchy.term(term, field, value);
        if (field == TermField.LABEL && labelsInQuestion.contains(value.toLowerCase(Locale.ROOT))) {
            byLabel.computeIfAbsent(value.toLowerCase(Locale.ROOT), l -> new TreeSet<>()).add(term);
        }
    }

    String name() {
        return source.name();
    }

    OntologySkeleton hierarchy() {
        return hierarchy;
    }

    Optional<Term> term(String iri) {
        return Optional.ofNullable(terms.get(iri));
    }

    /** The terms in force that have this label, whatever its case. */
    List<String> labelled(String label) {
        return byLabel.getOrDefault(label.toLowerCase(Locale.ROOT), Set.of()).stream()
                .filter(t -> !hierarchy.isObsolete(t)).toList();
    }
}
