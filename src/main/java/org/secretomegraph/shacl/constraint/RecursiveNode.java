package org.secretomegraph.shacl.constraint;

import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.engine.constraint.ShNode;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportItem;

/**
 * A reference to a shape that refers back to this one. SHACL leaves such shapes open (<a
 * href="https://www.w3.org/TR/shacl/#shapes-recursion">section 3.4.3</a>). Data without a circle have only one
 * answer; where the data run in a circle, a node counts as conforming unless something else speaks against it.
 */
public final class RecursiveNode extends ShNode {
    private final ThreadLocal<Set<Node>> inProgress = ThreadLocal.withInitial(HashSet::new);

    RecursiveNode(Shape other) {
        super(other);
    }

    /**
     * Whether a node conforms. @param evaluation evaluates the shape at the node; not called while it is evaluated there
     * already
     */
    public boolean conforms(Node node, BooleanSupplier evaluation) {
        Set<Node> open = inProgress.get();
        if (!open.add(node)) {
            return true;
        }
        try {
            return evaluation.getAsBoolean();
        } finally {
            open.remove(node);
        }
    }

    @Override
    @SuppressWarnings("NullAway") // Jena expects null where a node conforms
    public ReportItem validate(ValidationContext context, Graph data, Node node) {
        return conforms(node, () -> super.validate(context, data, node) == null) ? null
                : new ReportItem(this + " at focusNode " + node, node);
    }
}
