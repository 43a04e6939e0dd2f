package org.secretomegraph.shacl.syntax;

import org.apache.jena.graph.Node;
import org.apache.jena.shacl.parser.ShaclParseException;

/** Shapes that break a syntax rule of SHACL, or ask for something that cannot be checked: a mistake of their author. */
public final class IllFormedShapesException extends ShaclParseException {
    private final transient Node subject;

    /** @param subject the node of the shapes graph that states what is wrong */
    public IllFormedShapesException(Node subject, String message) {
        super(message);
        this.subject = subject;
    }

    /** The node of the shapes graph that states what is wrong, to find the file that holds it. */
    public Node subject() {
        return subject;
    }
}
