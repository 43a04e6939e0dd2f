package org.secretomegraph.guard;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * What somebody wants to say: triples that are to be judged against a graph that is already believed.
 *
 * @param source the file as the user named it
 * @param triples what it says
 * @param layout how the claim sheet is laid out that the triples come from; empty when they come from elsewhere
 * @param unread what in the text could not become triples
 */
public record Proposed(String source, Graph triples, Optional<SheetLayout> layout, List<Finding> unread) {

    /** What an RDF file says. */
    public static Proposed ofFile(String source, Graph triples) {
        return new Proposed(source, triples, Optional.empty(), List.of());
    }

    /** A text that says nothing, because it could not be read. */
    public static Proposed unread(String source, Finding why) {
        return new Proposed(source, GraphFactory.createDefaultGraph(), Optional.empty(), List.of(why));
    }

    /** Findings that somebody else made on the triples, at the places of this proposal that must be mended. */
    public List<Finding> located(List<Finding> findings) {
        Places places = new Places(this);
        List<Finding> here = findings.stream().map(f -> f.place().focus().isEmpty() ? f : f.at(places.of(
                NodeFactory.createURI(f.place().focus()), f.place().path(), f.place().column())))
                .sorted(Validation.BY_PLACE).toList();
        return layout.isPresent() ? OncePerCell.of(here) : here;
    }

    /** The nodes that something is said of. Only these are judged. */
    Set<Node> subjects() {
        return triples.stream().map(Triple::getSubject).collect(Collectors.toSet());
    }

    /** Whether a finding on the text speaks of this place already. */
    boolean isSettled(Place place) {
        return place.line() > 0 && layout.filter(sheet -> sheet.isSettled(place)).isPresent();
    }
}
