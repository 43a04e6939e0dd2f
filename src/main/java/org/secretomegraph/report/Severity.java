package org.secretomegraph.report;

import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.vocabulary.SHACL;

/** How bad a finding is, worst first. The values are SHACL's (section 2.1.4). */
public enum Severity {
    /** Makes a claim false or untraceable. */
    VIOLATION(SHACL.Violation),
    /** Makes a claim incomplete. */
    WARNING(SHACL.Warning),
    /** Style. */
    INFO(SHACL.Info);

    private final Node node;

    Severity(Node node) {
        this.node = node;
    }

    /** The severity that a shape states; a severity of another vocabulary counts as a violation. */
    public static Severity of(Node node) {
        for (Severity severity : values()) {
            if (severity.node.equals(node)) {
                return severity;
            }
        }
        return VIOLATION;
    }

    public Node node() {
        return node;
    }

    /** Whether this is at least as bad as the floor. */
    public boolean reaches(Severity floor) {
        return compareTo(floor) <= 0;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
