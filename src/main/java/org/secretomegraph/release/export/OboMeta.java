package org.secretomegraph.release.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.graph.ObsoleteTerms;
import org.secretomegraph.vocab.Terms;

/** The {@code meta} of an OBO graph's node: definition, synonyms, cross references, and the other annotations. */
final class OboMeta {
    /** Annotations that have a place of their own. */
    private static final Set<Node> PLACED = Set.of(RDFS.label.asNode(), RDFS.comment.asNode(), Terms.definition,
            Terms.definitionSource, Terms.xref, Terms.exactSynonym, Terms.narrowSynonym, Terms.broadSynonym,
            Terms.relatedSynonym, OWL2.deprecated.asNode());

    private OboMeta() {}

    static JsonObject ofOntology(NodeView ontology) {
        JsonObject meta = basic(ontology, Set.of(OWL2.versionIRI.asNode(), OWL2.imports.asNode()));
        ontology.text(OWL2.versionIRI.asNode()).ifPresent(v -> meta.put("version", v));
        return meta;
    }

    static JsonObject ofTerm(NodeView term) {
        JsonObject meta = new JsonObject();
        term.text(Terms.definition).or(() -> term.text(Terms.ownDefinition)).ifPresent(text -> {
            JsonObject definition = value(text);
            definition.put("xrefs", JsonText.texts(curies(term.texts(Terms.definitionSource))));
            meta.put("definition", definition);
        });
        put(meta, "comments", term.texts(RDFS.comment.asNode()));
        List<JsonObject> synonyms = new ArrayList<>();
        Terms.SYNONYMS.forEach(kind -> term.texts(kind).forEach(text -> {
            JsonObject synonym = new JsonObject();
            synonym.put("pred", kind.getURI().substring(Terms.OBO_IN_OWL.length()));
            synonym.put("val", text);
            synonyms.add(synonym);
        }));
        if (!synonyms.isEmpty()) {
            meta.put("synonyms", JsonText.array(synonyms));
        }
        List<JsonObject> xrefs = term.texts(Terms.xref).stream().map(OboMeta::value).toList();
        if (!xrefs.isEmpty()) {
            meta.put("xrefs", JsonText.array(xrefs));
        }
        basic(term, PLACED).forEach(meta::put);
        if (ObsoleteTerms.is(term.node(), term.graph())) {
            meta.put("deprecated", true);
        }
        return meta;
    }

    /** All other annotations with a plain value or an IRI; axioms are edges and not repeated here. */
    private static JsonObject basic(NodeView of, Set<Node> placed) {
        List<JsonObject> values = of.graph().stream(of.node(), Node.ANY, Node.ANY)
                .filter(t -> !placed.contains(t.getPredicate()) && isAnnotation(of.graph(), t))
                .sorted(Comparator.comparing(Triple::getPredicate, NodeView.ORDER)
                        .thenComparing(Triple::getObject, NodeView.ORDER))
                .map(t -> {
                    JsonObject value = new JsonObject();
                    value.put("pred", t.getPredicate().getURI());
                    value.put("val", NodeView.lexical(t.getObject()));
                    return value;
                }).toList();
        JsonObject meta = new JsonObject();
        if (!values.isEmpty()) {
            meta.put("basicPropertyValues", JsonText.array(values));
        }
        return meta;
    }

    private static boolean isAnnotation(Graph graph, Triple t) {
        return !t.getObject().isBlank()
                && (t.getObject().isLiteral() || OboAxioms.isAnnotation(graph, t.getPredicate()));
    }

    private static JsonObject value(String text) {
        JsonObject value = new JsonObject();
        value.put("val", text);
        return value;
    }

    private static void put(JsonObject meta, String name, List<String> values) {
        if (!values.isEmpty()) {
            meta.put(name, JsonText.texts(values));
        }
    }

    private static List<String> curies(List<String> iris) {
        return iris.stream().map(ExportCuries::curieOrIri).toList();
    }
}
