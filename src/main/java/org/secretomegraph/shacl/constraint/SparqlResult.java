package org.secretomegraph.shacl.constraint;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.lib.ShLib;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.NodeShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.sparql.path.Path;

/** A result of a query, with its own messages, which come before those of the shape. */
record SparqlResult(Shape shape, Node focus, Optional<Path> path, Optional<Node> value, List<Node> messages) {
    void report(ValidationContext context, Constraint constraint, Node source) {
        Shape reporting = messages.isEmpty() ? shape
                : new NodeShape(shape.getShapeGraph(), shape.getShapeNode(), false, shape.getSeverity(), messages,
                        List.of(), List.of(), List.of());
        String otherwise = "The query found " + value.map(ShLib::displayStr).orElse("a solution") + " for "
                + ShLib.displayStr(focus);
        report(context, otherwise, reporting, constraint, source);
    }

    /** Jena takes null for a path or a value that is not there. */
    @SuppressWarnings("NullAway")
    private void report(ValidationContext context, String message, Shape reporting, Constraint constraint,
            Node source) {
        context.reportEntry(message, reporting, focus, path.orElse(null), value.orElse(null), constraint, source);
    }
}
