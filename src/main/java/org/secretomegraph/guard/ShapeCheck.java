package org.secretomegraph.guard;

import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.NodeShape;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.VLib;

/** Judges one focus node by one shape, as {@code VLib.validateShape} does, but asks compiled queries first. */
final class ShapeCheck {
    private final Map<Constraint, CompiledSelect> compiled = new IdentityHashMap<>();

    ShapeCheck(Iterable<Shape> roots) {
        for (Shape root : roots) {
            for (Constraint constraint : root.getConstraints()) {
                if (root instanceof NodeShape && constraint instanceof SparqlConstraint sparql) {
                    CompiledSelect.of(sparql.getQuery()).ifPresent(select -> compiled.put(constraint, select));
                }
            }
        }
    }

    void judge(ValidationContext context, Graph data, Shape shape, Node focus) {
        boolean nested = shape.getPropertyShapes().stream().anyMatch(p -> !p.getPropertyShapes().isEmpty());
        if (shape.deactivated() || nested || !(shape instanceof NodeShape)) {
            VLib.validateShape(context, data, shape, focus);
            return;
        }
        for (Constraint constraint : shape.getConstraints()) {
            CompiledSelect select = compiled.get(constraint);
            if (select == null || select.findsSomething(focus, data)) {
                VLib.evalConstraint(context, data, shape, focus, null, null, constraint);
            }
        }
        for (PropertyShape property : shape.getPropertyShapes()) {
            VLib.validateShape(context, data, property, focus);
        }
    }
}
