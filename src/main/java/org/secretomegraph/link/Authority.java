package org.secretomegraph.link;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.secretomegraph.link.source.Fact;
import org.secretomegraph.link.source.FactSink;
import org.secretomegraph.link.source.FactSource;
import org.secretomegraph.link.source.HeaderFact;

/** Something that can be asked about terms: the bundled slices, or a release. Holds a skeleton and the terms in question. */
final class Authority implements FactSink {
    private final FactSource source;
    private final Hierarchy hierarchy = new Hierarchy();
    private final Set<String> labelsInQuestion;
    private final Map<String, Set<String>> byLabel = new HashMap<>();
    private Map<String, Term> terms = Map.of();

    private Authority(FactSource source, Set<String> labelsInQuestion) {
        this.source = source;
        this.labelsInQuestion = labelsInQuestion;
    }

    /** Reads a source twice: for its skeleton, and for the terms in question. */
    static Authority of(FactSource source, Set<String> terms, Collection<String> labels) {
        Set<String> lower = new HashSet<>();
        labels.forEach(l -> lower.add(l.toLowerCase(Locale.ROOT)));
        Authority authority = new Authority(source, lower);
        source.sendTo(authority);
        authority.terms = TermCollector.read(source, terms);
        return authority;
    }

    @Override
    public void header(HeaderFact fact, String value) {
        hierarchy.header(fact, value);
    }

    @Override
    public void term(String term, Fact fact, String value) {
        hierarchy.term(term, fact, value);
        if (fact == Fact.LABEL && labelsInQuestion.contains(value.toLowerCase(Locale.ROOT))) {
            byLabel.computeIfAbsent(value.toLowerCase(Locale.ROOT), l -> new TreeSet<>()).add(term);
        }
    }

    String name() {
        return source.name();
    }

    Hierarchy hierarchy() {
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
