package org.secretomegraph.shacl.constraint;

import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.engine.constraint.ClosedConstraint;
import org.apache.jena.shacl.lib.ShLib;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathFactory;

/**
 * {@code sh:closed} in a property shape (<a href="https://www.w3.org/TR/shacl/#ClosedConstraintComponent">section
 * 4.8.1</a>): it concerns the properties of each value node, where Jena looks at those of the focus node.
 */
public final class ClosedValues extends ClosedConstraint {
    ClosedValues(Graph shapes, Node shape, boolean active) {
        super(shapes, shape, active);
    }

    @Override
    public void validatePropertyShape(ValidationContext context, Graph data, Shape shape, Node focus, Path path,
            Set<Node> values) {
        if (isActive()) {
            values.forEach(value -> data.find(value, Node.ANY, Node.ANY).toList().stream()
                    .filter(triple -> !isAllowed(triple.getPredicate()))
                    .forEach(triple -> report(context, shape, focus, triple)));
        }
    }

    private boolean isAllowed(Node predicate) {
        return !predicate.isURI() || getExpected().contains(predicate) || getIgnoredProperties().contains(predicate);
    }

    private void report(ValidationContext context, Shape shape, Node focus, Triple triple) {
        String message = this + " Property = " + ShLib.displayStr(triple.getPredicate()) + " : Object = "
                + ShLib.displayStr(triple.getObject());
        context.reportEntry(message, shape, focus, PathFactory.pathLink(triple.getPredicate()), triple.getObject(),
                this);
    }
}
