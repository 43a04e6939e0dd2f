package org.secretomegraph.shacl;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.parser.ShaclParseException;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.shared.JenaException;
import org.secretomegraph.io.Messages;
import org.secretomegraph.shacl.constraint.StandardShapes;
import org.secretomegraph.shacl.syntax.IllFormedShapesException;
import org.secretomegraph.shacl.syntax.ShapePlaces;
import org.secretomegraph.shacl.syntax.ShapeSyntax;

/** Shapes whose constraints can be checked. Jena 6.2 reads one of SHACL 1.2 for which it has no code yet. */
public final class SupportedShapes {
    private static final List<Node> UNSUPPORTED = List.of(SHACL.uniqueMembers);

    private SupportedShapes() {}

    /** @throws ShaclParseException when they are not shapes, or state a constraint that cannot be checked */
    public static StandardShapes parse(Graph shapes) {
        for (Node parameter : UNSUPPORTED) {
            for (Triple stated : shapes.find(Node.ANY, parameter, Node.ANY).toList()) {
                throw new IllFormedShapesException(stated.getSubject(), new ShapePlaces(shapes).of(stated.getSubject())
                        + ": <" + parameter.getURI() + "> cannot be checked yet; leave it out");
            }
        }
        ShapeSyntax.check(shapes);
        try {
            return StandardShapes.parse(shapes);
        } catch (ShaclParseException e) {
            throw e;
        } catch (JenaException | ClassCastException | IllegalArgumentException e) {
            // What the syntax rules leave to Jena, whose parser trusts the types of values.
            throw new ShaclParseException(Messages.oneLine(Messages.of(e)));
        }
    }
}
