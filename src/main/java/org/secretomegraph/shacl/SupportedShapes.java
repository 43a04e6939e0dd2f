package org.secretomegraph.shacl;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.parser.ShaclParseException;
import org.apache.jena.shacl.vocabulary.SHACL;

/** Shapes whose constraints can be checked. Jena 6.2 reads one of SHACL 1.2 for which it has no code yet. */
public final class SupportedShapes {
    private static final List<Node> UNSUPPORTED = List.of(SHACL.uniqueMembers);

    private SupportedShapes() {}

    /** @throws ShaclParseException when they are not shapes, or state a constraint that cannot be checked */
    public static Shapes parse(Graph shapes) {
        for (Node parameter : UNSUPPORTED) {
            List<Triple> stated = shapes.find(Node.ANY, parameter, Node.ANY).toList();
            if (!stated.isEmpty()) {
                Node shape = stated.get(0).getSubject();
                throw new ShaclParseException("<" + parameter.getURI() + "> cannot be checked yet; leave it out"
                        + (shape.isURI() ? " of <" + shape.getURI() + ">" : ""));
            }
        }
        return Shapes.parse(shapes);
    }
}
