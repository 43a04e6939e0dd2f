package org.secretomegraph.sheet;

import org.secretomegraph.guard.Rulebook;

/** A rule that a table is checked by as text. */
public interface TextRule {
    /** The rule's name, which every finding ends with. */
    String id();

    /** Why the rule exists. */
    String why();

    /** The rule's IRI. */
    default String iri() {
        return Rulebook.NS + id();
    }
}
