package org.secretomegraph.shacl.constraint;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathFactory;

/**
 * A {@code sh:sparql} constraint (<a href="https://www.w3.org/TR/shacl/#sparql-constraints">section 5</a>): the query is
 * executed once for each focus node, and {@code $PATH} stands for the whole path of the shape. Jena executes it once for
 * each value node, not at all where there is none, and leaves {@code $PATH} open where the path is not an IRI.
 */
public final class SelectConstraint extends SparqlConstraint {
    private final Node source;
    private final List<Node> messages;
    private final Query executed;

    /** @param source the value of sh:sparql @param messages the values of sh:message there */
    SelectConstraint(Query query, Node source, List<Node> messages, Shape shape) {
        super(query, messages.stream().map(Node::getLiteralLexicalForm).findFirst().orElse(""));
        this.source = source;
        this.messages = messages;
        this.executed =
                shape instanceof PropertyShape property ? PathSubstitution.in(query, property.getPath()) : query;
    }

    @Override
    public void validateNodeShape(ValidationContext context, Graph data, Shape shape, Node focus) {
        validate(context, data, shape, focus, Optional.empty());
    }

    @Override
    public void validatePropertyShape(ValidationContext context, Graph data, Shape shape, Node focus, Path path,
            Set<Node> values) {
        validate(context, data, shape, focus, Optional.of(path));
    }

    private void validate(ValidationContext context, Graph data, Shape shape, Node focus, Optional<Path> path) {
        for (Binding row : PreBoundQuery.rows(executed, data, shape, focus, path)) {
            Optional<Path> stated = value(row, "path").filter(Node::isURI).map(PathFactory::pathLink);
            Optional<Node> value =
                    value(row, "value").or(() -> path.isPresent() ? Optional.empty() : Optional.of(focus));
            new SparqlResult(shape, focus, stated.or(() -> path), value, ResultMessages.of(row, messages))
                    .report(context, this, source);
        }
    }

    private static Optional<Node> value(Binding row, String name) {
        return Optional.ofNullable(row.get(Var.alloc(name)));
    }
}
