package org.secretomegraph.link;

import java.util.List;
import java.util.Optional;

/**
 * A term as a release has it. Lists are sorted and without repetition.
 *
 * @param iri        its IRI
 * @param type       {@code owl:Class}, {@code owl:ObjectProperty} or {@code owl:NamedIndividual}
 * @param label      empty when the release gives it none, as is usual for merged identifiers
 * @param exact      exact synonyms
 * @param other      related, broad and narrow synonyms
 * @param isA        superclasses or superproperties with a name
 * @param partOf     what each instance is part of
 * @param inverses   inverse properties
 * @param obsolete   whether it is withdrawn
 * @param replacedBy the terms to use instead
 */
record Term(String iri, String type, Optional<String> label, List<String> exact, List<String> other,
        List<String> isA, List<String> partOf, List<String> inverses, boolean obsolete, List<String> replacedBy) {
}
