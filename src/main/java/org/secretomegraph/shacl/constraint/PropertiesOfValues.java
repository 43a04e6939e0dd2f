package org.secretomegraph.shacl.constraint;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.ConstraintVisitor;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.path.Path;

/**
 * {@code sh:property} in a property shape (<a href="https://www.w3.org/TR/shacl/#PropertyConstraintComponent">section
 * 4.7.2</a>): each value node is validated. Jena validates the focus node instead where the outer shape has a target or
 * is an operand of a logical constraint.
 */
public record PropertiesOfValues(List<PropertyShape> properties) implements Constraint {
    @Override
    public void validateNodeShape(ValidationContext context, Graph data, Shape shape, Node focus) {
        properties.forEach(property -> VLib.validateShape(context, data, property, focus));
    }

    @Override
    public void validatePropertyShape(ValidationContext context, Graph data, Shape shape, Node focus, Path path,
            Set<Node> values) {
        values.forEach(value -> validateNodeShape(context, data, shape, value));
    }

    @Override
    public Node getComponent() {
        return SHACL.PropertyConstraintComponent;
    }

    /** Jena's visitor prints the compact syntax, which has no form for this. */
    @Override
    public void visit(ConstraintVisitor visitor) {}
}
