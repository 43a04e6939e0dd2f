package org.secretomegraph.linking.slice;

import java.util.List;
import java.util.Optional;

/**
 * A term as a release has it. Lists are sorted and without repetition.
 *
 * @param iri        its IRI
 * @param type       {@code owl:Class}, {@code owl:ObjectProperty}, {@code owl:DatatypeProperty}, {@code
 *                   owl:AnnotationProperty} or {@code owl:NamedIndividual}
 * @param labels     empty when the release gives it none, as is usual for merged identifiers; some give several
 * @param exact      exact synonyms
 * @param other      related, broad and narrow synonyms
 * @param isA        superclasses or superproperties with a name
 * @param partOf     what each instance is part of
 * @param inverses   inverse properties
 * @param obsolete   whether it is withdrawn
 * @param replacedBy the terms to use instead
 */
public record Term(String iri, String type, List<String> labels, List<String> exact, List<String> other,
        List<String> isA, List<String> partOf, List<String> inverses, boolean obsolete, List<String> replacedBy) {

    /** The label that is shown. */
    public Optional<String> label() {
        return labels.stream().findFirst();
    }

    /** Whether a name is one of the labels, whatever its case. */
    public boolean isCalled(String name) {
        return labels.stream().anyMatch(name::equalsIgnoreCase);
    }
}
