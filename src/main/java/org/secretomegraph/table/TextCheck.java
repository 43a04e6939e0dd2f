package org.secretomegraph.table;

import org.secretomegraph.vocab.RuleIris;

/** A rule that a table is checked by as text: a constant of an enumeration, which holds what is declared of it. */
public interface TextCheck {
    /**
     * What is declared of a rule.
     *
     * @param id  the rule's name, which every finding ends with
     * @param why why the rule exists
     */
    record Declared(String id, String why) {}

    Declared declared();

    /** The rule's name. */
    default String id() {
        return declared().id();
    }

    /** Why the rule exists. */
    default String why() {
        return declared().why();
    }

    /** The rule's IRI. */
    default String iri() {
        return RuleIris.NS + id();
    }
}
