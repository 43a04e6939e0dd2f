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
 * Short descriptions of entities: name, kind, whether obsolete.
 *
 * @param graph     where they are looked up
 * @param typedJson how IRIs are shortened
 */
record EntitySummaries(Graph graph, TypedJson typedJson) {
    private static final List<Node> DEFINITIONS = List.of(Terms.definition, Terms.ownDefinition);

    static EntitySummaries of(DatasetGraph dataset) {
        return new EntitySummaries(dataset.getDefaultGraph(), new TypedJson(dataset.prefixes()));
    }

    /** {@code iri}, {@code curie}, {@code label}, {@code kind}, {@code obsolete}, {@code page}. */
    JsonObject summary(Node entity) {
        JsonObject summary = new JsonObject();
        summary.put("iri", entity.getURI());
        String name = typedJson.name(entity.getURI());
        if (!name.equals(entity.getURI())) {
            summary.put("curie", name);
        }
        label(entity).ifPresent(label -> summary.put("label", label));
        summary.put("kind", EntityKind.of(entity, graph).word());
        summary.put("obsolete", isObsolete(entity));
        summary.put("page", page(entity));
        return summary;
    }

    /** The name of an entity; of a claim without a name, its finding. */
    Optional<String> label(Node entity) {
        return TermLabels.name(entity, graph).or(() -> TermLabels.text(entity, Scso.finding, graph));
    }

    Optional<String> definition(Node entity) {
        return DEFINITIONS.stream().flatMap(property -> TermLabels.text(entity, property, graph).stream()).findFirst();
    }

    Stream<Node> values(Node entity, Node property) {
        return graph.stream(entity, property, Node.ANY).map(Triple::getObject);
    }

    Stream<Node> subjects(Node property, Node value) {
        return graph.stream(Node.ANY, property, value).map(Triple::getSubject);
    }

    boolean isObsolete(Node entity) {
        return ObsoleteTerms.is(entity, graph);
    }

    boolean isDescribed(Node entity) {
        return graph.contains(entity, Node.ANY, Node.ANY);
    }

    /** The page of this server about an entity. */
    static String page(Node entity) {
        return EntityPath.pageOf(entity.getURI(), false);
    }
}
