package org.secretomegraph.shacl;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.secretomegraph.vocab.RuleIris;

/**
 * What a shape says of itself for people.
 *
 * @param iri         the shape
 * @param name        what it is about, a noun
 * @param description why the rule exists
 * @param column      the column of a claim sheet that the rule looks at; empty when there is none
 * @param besides     other columns whose cell may be the one to mend, when the rule ties cells of a row together
 * @param given       columns that decide whether the rule asks anything of a row
 */
public record ShapeMetadata(Node iri, String name, String description, String column, List<String> besides,
        List<String> given) {
    /** The column of a claim sheet that a curator must edit when the rule is broken. Stated on the shape. */
    static final Node COLUMN = NodeFactory.createURI(RuleIris.NS + "column");
    private static final Node BESIDES = NodeFactory.createURI(RuleIris.NS + "besides");
    private static final Node GIVEN = NodeFactory.createURI(RuleIris.NS + "given");

    static ShapeMetadata of(Node shape, Graph shapes) {
        String name = text(shapes, shape, SHACL.name);
        String local = shape.isURI() ? shape.getURI().replaceFirst("^.*[/#]", "") : "unnamed shape";
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
