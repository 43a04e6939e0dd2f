package org.secretomegraph.linking.check;

import java.util.Set;

/**
 * Which kind of term belongs somewhere.
 *
 * @param name     in words
 * @param under    the term must be under one of these; empty when any will do
 * @param notUnder the term may be under none of these
 */
record ExpectedKind(String name, Set<String> under, Set<String> notUnder) {
    static final ExpectedKind ANY = new ExpectedKind("any term", Set.of(), Set.of());
}
