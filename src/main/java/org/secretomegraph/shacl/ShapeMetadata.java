package org.secretomegraph.shacl;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.secretomegraph.shacl.syntax.ShapePlaces;
import org.secretomegraph.vocab.RuleIris;

/**
 * Human-readable metadata of a shape.
 *
 * @param iri the shape
 * @param name its subject, a noun
 * @param description why the rule exists
 * @param column the column of a claim sheet that the rule checks; empty when there is none
 * @param besides other columns of the row whose cell may be the one to correct
 * @param given columns whose value decides whether the rule applies to a row
 */
public record ShapeMetadata(Node iri, String name, String description, String column, List<String> besides,
        List<String> given) {
    /** States on a shape the column of a claim sheet to edit when the rule is broken. */
    static final Node COLUMN = NodeFactory.createURI(RuleIris.NS + "column");
    private static final Node BESIDES = NodeFactory.createURI(RuleIris.NS + "besides");
    private static final Node GIVEN = NodeFactory.createURI(RuleIris.NS + "given");

    static ShapeMetadata of(Node shape, Graph shapes) {
        String name = text(shapes, shape, SHACL.name);
        String local = shape.isURI() ? shape.getURI().replaceFirst("^.*[/#]", "") : new ShapePlaces(shapes).of(shape);
        return new ShapeMetadata(shape, name.isEmpty() ? local : name, text(shapes, shape, SHACL.description),
                text(shapes, shape, COLUMN), texts(shapes, shape, BESIDES), texts(shapes, shape, GIVEN));
    }

    private static String text(Graph shapes, Node shape, Node property) {
        return texts(shapes, shape, property).stream().findFirst().orElse("");
    }

    private static List<String> texts(Graph shapes, Node shape, Node property) {
        return shapes.stream(shape, property, Node.ANY).map(t -> t.getObject())
                .filter(Node::isLiteral).map(Node::getLiteralLexicalForm).sorted().toList();
    }
}
