package org.secretomegraph.guard;

import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.engine.constraint.UniqueLangConstraint;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.path.Path;

/** What makes a finding the same before and after a change: rule, focus node, path and value; not how it is worded. */
public record FindingKey(Node shape, Node check, Node focus, Path path, Node value) {

    public static FindingKey of(ReportEntry entry) {
        return new FindingKey(entry.source(), entry.sourceConstraintComponent(), entry.focusNode(), entry.resultPath(),
                value(entry));
    }

    /** Two values in one language are one finding; which of them is named depends on the order of reading. */
    private static Node value(ReportEntry entry) {
        return entry.constraint() instanceof UniqueLangConstraint && entry.value() != null
                ? NodeFactory.createLiteralString(entry.value().getLiteralLanguage().toLowerCase(Locale.ROOT))
                : entry.value();
    }
}
