package org.secretomegraph.linking;

import java.util.List;

/** What a source says should be used instead of a term that it has withdrawn. */
public sealed interface Replacement {
    /** One term. @param path the terms that lead to it, itself last; longer than one when it was replaced repeatedly */
    record With(String term, List<String> path) implements Replacement {}

    /** Somebody has to choose. */
    record OneOf(List<String> terms) implements Replacement {}

    /** The source says nothing. */
    record None() implements Replacement {}

    /** The source's replacements lead back to where they began. */
    record Cycle(List<String> path) implements Replacement {}
}
