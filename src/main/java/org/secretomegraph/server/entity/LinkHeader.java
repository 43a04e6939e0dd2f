package org.secretomegraph.server.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.secretomegraph.graph.describe.VoidDescription;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/**
 * The {@code Link} header (RFC 8288, https://www.rfc-editor.org/rfc/rfc8288): the other forms, the document that
 * describes
 * the thing, its permanent IRI, what comes after a withdrawn thing (successor-version, RFC 5829), and the dataset that
 * the
 * document belongs to: VoID's backlink (section 7.1, https://www.w3.org/TR/void/#discovery-links), as a link so that
 * every form
 * of a document says the same.
 */
final class LinkHeader {
    private static final String IN_DATASET = Terms.VOID + "inDataset";

    private LinkHeader() {}

    /** @param path encoded, without suffix */
    static String of(Entities things, Node thing, String path) {
        List<String> links = new ArrayList<>(alternates(path));
        links.add("<" + path + Representation.TURTLE.suffix() + ">; rel=\"describedby\"; type=\"text/turtle\"");
        boolean own = thing.getURI().startsWith(EntityPath.ONTOLOGY);
        links.add("<" + (own ? canonical(thing) : path) + ">; rel=\"canonical\"");
        links.add("<" + VoidDescription.DATASET.getURI() + ">; rel=\"" + IN_DATASET + "\"");
        if (things.isWithdrawn(thing)) {
            things.replacements(thing)
                    .forEach(next -> links.add("<" + things.path(next) + ">; rel=\"successor-version\""));
        }
        return String.join(", ", links);
    }

    static List<String> alternates(String path) {
        return Stream.of(Representation.values())
                .map(r -> "<" + path + r.suffix() + ">; rel=\"alternate\"; type=\"" + r.mediaType() + "\"").toList();
    }

    private static String canonical(Node thing) {
        String iri = thing.getURI();
        return iri.equals(EntityPath.ONTOLOGY) ? iri
                : EntityPath.ONTOLOGY + EntityPath.encoded("/" + iri.substring(Scso.NS.length()));
    }

    /** What there is, for people: one line for each form. */
    static String told(String path) {
        return Stream.of(Representation.values()).map(r -> r.mediaType() + "  " + path + r.suffix())
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
