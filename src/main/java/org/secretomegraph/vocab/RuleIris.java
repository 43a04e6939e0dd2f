package org.secretomegraph.vocab;

/** The rules that findings name: shapes, and checks of tables, files and identifiers. */
public final class RuleIris {
    /** Namespace of the rules: a rule's IRI is its error code, the name of its folder of cases and its anchor. */
    public static final String NS = Scso.NS + "rule/";

    private RuleIris() {}
}
