package org.secretomegraph.report;

import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.vocabulary.SHACL;

/** The severity of a finding, the most severe first. The values are those of SHACL (section 2.1.4). */
public enum Severity {
    /** A claim is false or cannot be traced. */
    VIOLATION(SHACL.Violation),
    /** A claim is incomplete. */
    WARNING(SHACL.Warning),
    /** Style. */
    INFO(SHACL.Info);

    private final Node node;

    Severity(Node node) {
        this.node = node;
    }

    /** The severity that a shape states; severities of other vocabularies count as violations. */
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

    /** Whether this is as severe as the threshold or more. */
    public boolean isAtLeast(Severity threshold) {
        return compareTo(threshold) <= 0;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
