package org.secretomegraph.importing.record;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.vocab.Terms;

/**
 * Where an imported graph comes from, in the words of PROV-O (https://www.w3.org/TR/prov-o/): an activity of this
 * program made it of a file, which has a name, a checksum and what its header says of version and date.
 */
public final class Provenance {
    private Provenance() {}

    /** @param header lines of the file that say its version, date and maker */
    public static void write(ImportRequest request, Node graph, List<Part> parts, List<String> header,
            Consumer<Triple> out) {
        Node activity = NodeFactory.createURI(graph.getURI() + "#import");
        Node program = NodeFactory.createURI(graph.getURI() + "#program");
        TripleBuilder about = new TripleBuilder(graph, out).a(Terms.entity)
                .english(Terms.title, request.format().title() + ": " + parts.get(0).name())
                .english(Terms.description, "Imported from a file of another database; not curated by us.")
                .is(Terms.source, NodeFactory.createURI(request.seenAt()))
                .is(Terms.wasGeneratedBy, activity);
        request.licence().or(request.format()::licence).ifPresentOrElse(
                iri -> about.is(Terms.license, NodeFactory.createURI(iri)),
                () -> about.english(RDFS.comment.asNode(), "The publisher's licence was not stated at the import."));
        TripleBuilder made = new TripleBuilder(activity, out).a(Terms.activity).is(Terms.wasAssociatedWith, program)
                .typed(Terms.endedAtTime,
                        request.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString(), XSDDatatype.XSDdateTime);
        for (int i = 0; i < parts.size(); i++) {
            Node file = NodeFactory.createURI(graph.getURI() + (i == 0 ? "#file" : "#file-" + (i + 1)));
            about.is(Terms.wasDerivedFrom, file);
            made.is(Terms.used, file);
            TripleBuilder described =
                    new TripleBuilder(file, out).a(Terms.entity).text(Terms.title, parts.get(i).name())
                            .text(Terms.identifier, "sha256:" + parts.get(i).checksum());
            if (i == 0) {
                header.forEach(line -> described.text(Terms.description, line));
            }
        }
        new TripleBuilder(program, out).a(Terms.softwareAgent).english(RDFS.label.asNode(), "secretome link import");
    }

    /** A file that went into the graph. */
    public record Part(String name, String checksum) {}

    /** Somebody who made statements of the file: an agent of this graph. */
    public static Node agent(Node graph, String name, Consumer<Triple> out) {
        Node agent = NodeFactory.createURI(graph.getURI() + "#" + name.replaceAll("[^A-Za-z0-9._-]+", "-"));
        new TripleBuilder(agent, out).a(Terms.organization).text(RDFS.label.asNode(), name);
        return agent;
    }
}
