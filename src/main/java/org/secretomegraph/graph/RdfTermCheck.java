package org.secretomegraph.graph;

import org.apache.jena.graph.Node;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.io.Messages;

/**
 * What may be stored: RDF that can be written down and read again. An RDF Patch can say more, such as a literal as a
 * subject or a name with a space in it; a dump that holds such could not be put back.
 */
public final class RdfTermCheck {
    private RdfTermCheck() {}

    /** @throws InvalidInputException when it is not an RDF statement */
    public static void check(Node g, Node s, Node p, Node o) {
        if (!isName(s) || !p.isURI() || !isName(g) || !(isName(o) || o.isLiteral() || o.isTripleTerm())) {
            throw new InvalidInputException(
                    "'" + Messages.oneLine(s + " " + p + " " + o)
                            + "' is not an RDF statement: a subject is an IRI or a"
                            + " blank node, a predicate an IRI, a graph one of these two");
        }
        checkIri(g);
        checkIri(s);
        checkIri(p);
        checkIri(o);
    }

    private static boolean isName(Node node) {
        return node.isURI() || node.isBlank();
    }

    private static void checkIri(Node node) {
        if (node.isURI() && !isWritable(node.getURI())) {
            throw new InvalidInputException(
                    "'" + Messages.oneLine(node.getURI())
                            + "' is not an absolute IRI that can be written down: it has no"
                            + " scheme such as https:, or a space, a control character, <, > or \\ in it");
        }
    }

    private static boolean isWritable(String iri) {
        for (int i = 0; i < iri.length(); i++) {
            char c = iri.charAt(i);
            if (c <= ' ' || c == '<' || c == '>' || c == '\\') {
                return false;
            }
        }
        return iri.indexOf(':') > 0;
    }
}
