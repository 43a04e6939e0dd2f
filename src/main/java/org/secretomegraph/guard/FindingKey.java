package org.secretomegraph.guard;

import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.engine.constraint.UniqueLangConstraint;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.path.Path;

/**
 * The identity of a finding across a change: shape, constraint component, focus node, path and value, but not its
 * wording.
 */
public record FindingKey(Node shape, Node component, Node focus, Path path, Node value) {

    public static FindingKey of(ReportEntry entry) {
        return new FindingKey(entry.source(), entry.sourceConstraintComponent(), entry.focusNode(), entry.resultPath(),
                value(entry));
    }

    /**
     * For {@code sh:uniqueLang} the key is the language: which of its values is reported depends on the order of
     * reading.
     */
    private static Node value(ReportEntry entry) {
        return entry.constraint() instanceof UniqueLangConstraint && entry.value() != null
                ? NodeFactory.createLiteralString(entry.value().getLiteralLanguage().toLowerCase(Locale.ROOT))
                : entry.value();
    }
}
