package org.secretomegraph.server.api;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.secretomegraph.graph.ObsoleteTerms;
import org.secretomegraph.graph.TermLabels;
import org.secretomegraph.server.entity.EntityPath;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/**
 * What the graph says of a thing in a few words: name, kind, whether it is obsolete.
 *
 * @param graph where it is looked up
 * @param cells how IRIs are shortened
 */
record EntitySummaries(Graph graph, TypedJson cells) {
    private static final List<Node> DEFINITIONS = List.of(Terms.definition, Terms.ownDefinition);

    static EntitySummaries of(DatasetGraph dataset) {
        return new EntitySummaries(dataset.getDefaultGraph(), new TypedJson(dataset.prefixes()));
    }

    /** {@code iri}, {@code curie}, {@code label}, {@code kind}, {@code obsolete}, {@code page}. */
    JsonObject card(Node thing) {
        JsonObject card = new JsonObject();
        card.put("iri", thing.getURI());
        String name = cells.name(thing.getURI());
        if (!name.equals(thing.getURI())) {
            card.put("curie", name);
        }
        label(thing).ifPresent(label -> card.put("label", label));
        card.put("kind", EntityKind.of(thing, graph).word());
        card.put("obsolete", isObsolete(thing));
        card.put("page", page(thing));
        return card;
    }

    /** The name of a thing; what a claim without a name found. */
    Optional<String> label(Node thing) {
        return TermLabels.name(thing, graph).or(() -> TermLabels.text(thing, Scso.finding, graph));
    }

    Optional<String> definition(Node thing) {
        return DEFINITIONS.stream().flatMap(property -> TermLabels.text(thing, property, graph).stream()).findFirst();
    }

    Stream<Node> values(Node thing, Node property) {
        return graph.stream(thing, property, Node.ANY).map(Triple::getObject);
    }

    Stream<Node> subjects(Node property, Node value) {
        return graph.stream(Node.ANY, property, value).map(Triple::getSubject);
    }

    boolean isObsolete(Node thing) {
        return ObsoleteTerms.is(thing, graph);
    }

    boolean isDescribed(Node thing) {
        return graph.contains(thing, Node.ANY, Node.ANY);
    }

    /** The page of this server about a thing. */
    static String page(Node thing) {
        return EntityPath.pageOf(thing.getURI(), false);
    }
}
