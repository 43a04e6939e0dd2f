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
 * The {@code Link} header (RFC 8288, https://www.rfc-editor.org/rfc/rfc8288): the other representations, the document
 * about the entity, its permanent IRI, the replacement of an obsolete entity (successor-version, RFC 5829), and the
 * dataset of the document: VoID's backlink (section 7.1, https://www.w3.org/TR/void/#discovery-links), as a link so
 * that every representation has it.
 */
final class LinkHeader {
    private static final String IN_DATASET = Terms.VOID + "inDataset";

    private LinkHeader() {}

    /** @param path percent-encoded, without suffix */
    static String of(Entities entities, Node entity, String path) {
        List<String> links = new ArrayList<>(alternates(path));
        links.add("<" + path + Representation.TURTLE.suffix() + ">; rel=\"describedby\"; type=\"text/turtle\"");
        boolean isOwn = entity.getURI().startsWith(EntityPath.ONTOLOGY);
        links.add("<" + (isOwn ? canonical(entity) : path) + ">; rel=\"canonical\"");
        links.add("<" + VoidDescription.DATASET.getURI() + ">; rel=\"" + IN_DATASET + "\"");
        if (entities.isObsolete(entity)) {
            entities.replacements(entity)
                    .forEach(next -> links.add("<" + entities.path(next) + ">; rel=\"successor-version\""));
        }
        return String.join(", ", links);
    }

    static List<String> alternates(String path) {
        return Stream.of(Representation.values())
                .map(r -> "<" + path + r.suffix() + ">; rel=\"alternate\"; type=\"" + r.mediaType() + "\"").toList();
    }

    private static String canonical(Node entity) {
        String iri = entity.getURI();
        return iri.equals(EntityPath.ONTOLOGY) ? iri
                : EntityPath.ONTOLOGY + EntityPath.encoded("/" + iri.substring(Scso.NS.length()));
    }

    /** The available media types with their paths, one a line. */
    static String list(String path) {
        return Stream.of(Representation.values()).map(r -> r.mediaType() + "  " + path + r.suffix())
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
