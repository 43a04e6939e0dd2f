package org.secretomegraph.guard;

/**
 * One thing that is wrong, with its address and its remedy. Every output format prints the same findings.
 *
 * @param rule     IRI of the shape or check that found it
 * @param severity how bad it is
 * @param place    where it is
 * @param value    the offending value as written; empty when something is missing
 * @param problem  what is wrong, in a curator's words
 * @param remedy   what to do about it
 */
public record Finding(String rule, Severity severity, Place place, String value, String problem, String remedy) {

    /** Name of the rule without its namespace, as it is shown to people. */
    public String ruleName() {
        return rule.replaceFirst("^.*[/#]", "");
    }
}
