package org.secretomegraph.release.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/**
 * One thing of the graph as schema.org JSON-LD, to be put into its page: terms as DefinedTerm, genes as Gene after
 * Bioschemas' profile, claims as Claim. The context is written out and not fetched: a page must not depend on another
 * server to be understood. What schema.org has no word for keeps ours.
 */
public final class SchemaOrg {
    private static final String HGNC = "http://identifiers.org/hgnc/";
    private static final String GENE_PROFILE = "https://bioschemas.org/profiles/Gene/1.0-RELEASE";
    /** The dataset that all things are part of. */
    static final String DATASET = Scso.NS + "dataset";

    private final Graph graph;

    public SchemaOrg(Graph graph) {
        this.graph = graph;
    }

    /** A claim, a gene or any other term; empty when the graph has no name for it. */
    public Optional<JsonObject> describe(Node node) {
        NodeView thing = new NodeView(graph, node);
        if (node.isURI() && node.getURI().startsWith(Scso.NS + "claim/") && thing.has(Scso.subject)) {
            return Optional.of(withContext(claim(thing)));
        }
        if (!node.isURI() || !thing.has(RDFS.label.asNode())) {
            return Optional.empty();
        }
        return Optional.of(withContext(node.getURI().startsWith(HGNC) ? gene(thing) : term(thing)));
    }

    /** The same as the text of a {@code script} element: no {@code </} can end the element early. */
    public Optional<String> script(Node node) {
        return describe(node).map(json -> JsonText.text(json).replace("</", "<\\/"));
    }

    static JsonObject withContext(JsonObject thing) {
        JsonObject context = new JsonObject();
        context.put("@vocab", "http://schema.org/");
        context.put("dct", Terms.DCTERMS);
        context.put("scso", Scso.NS);
        JsonObject whole = new JsonObject();
        whole.put("@context", context);
        thing.forEach(whole::put);
        return whole;
    }

    JsonObject term(NodeView term) {
        JsonObject json = object(term.node(), "DefinedTerm");
        names(json, term);
        json.put("termCode", ExportCuries.curieOrIri(term.node().getURI()));
        json.put("inDefinedTermSet", reference(set(term)));
        json.put("url", reference(term.node().getURI()));
        return json;
    }

    /** The ontology that keeps the term. */
    private static String set(NodeView term) {
        return term.named(RDFS.isDefinedBy.asNode()).stream().map(Node::getURI).findFirst()
                .orElse(Scso.NS.replaceFirst("/$", ""));
    }

    private JsonObject gene(NodeView gene) {
        JsonObject json = object(gene.node(), "Gene");
        json.put("dct:conformsTo", reference(GENE_PROFILE));
        names(json, gene);
        json.put("identifier", ExportCuries.curieOrIri(gene.node().getURI()));
        json.put("url", reference(gene.node().getURI()));
        references(json, "sameAs", CrossReferences.SAME_GENE.stream().flatMap(p -> gene.named(p).stream()).toList());
        List<JsonObject> products = gene.named(Scso.term("uniprot")).stream().map(p -> object(p, "Protein")).toList();
        if (!products.isEmpty()) {
            json.put("encodesBioChemEntity", JsonText.array(products));
        }
        references(json, "isInvolvedInBiologicalProcess", gene.named(Scso.term("involvedIn")));
        return json;
    }

    JsonObject claim(NodeView claim) {
        JsonObject json = object(claim.node(), "Claim");
        Node subject = claim.one(Scso.subject).orElseThrow();
        Node object = claim.one(Scso.object).orElseThrow();
        Node relation = claim.one(Scso.relation).orElseThrow();
        json.put("name", claim.at(subject).label() + " " + claim.at(relation).label() + " " + claim.at(object).label()
                + otherwise(claim));
        claim.text(Scso.finding).ifPresent(finding -> json.put("text", finding));
        references(json, "additionalType", claim.named(RDF.type.asNode()).stream()
                .filter(kind -> kind.getURI().startsWith(Scso.NS)).toList());
        json.put("about", JsonText.array(List.of(mention(claim.at(subject)), mention(claim.at(object)))));
        List<JsonObject> publications = claim.named(Scso.publication).stream()
                .map(p -> publication(claim.at(p))).toList();
        if (!publications.isEmpty()) {
            json.put("appearance", JsonText.array(publications));
        }
        claim.text(Terms.created).ifPresent(day -> json.put("dateCreated", day));
        List<JsonObject> makers = claim.named(Terms.wasAttributedTo).stream().map(m -> maker(claim.at(m))).toList();
        if (!makers.isEmpty()) {
            json.put("creator", JsonText.array(makers));
        }
        licence().ifPresent(l -> json.put("license", reference(l)));
        json.put("isPartOf", reference(DATASET));
        references(json, "scso:relation", List.of(relation));
        references(json, "scso:outcome", claim.named(Scso.outcome));
        references(json, "scso:evidence", claim.named(Scso.evidence));
        references(json, "scso:evidenceLevel", claim.named(Scso.evidenceLevel));
        return json;
    }

    /**
     * The words of schema.org know no outcome: a name without it would say what was looked for in vain as if it were
     * found.
     */
    private static String otherwise(NodeView claim) {
        return claim.one(Scso.outcome).filter(outcome -> !outcome.equals(Scso.term("supports")))
                .map(outcome -> ": " + claim.at(outcome).label()).orElse("");
    }

    private static JsonObject publication(NodeView publication) {
        JsonObject json = object(publication.node(), "CreativeWork");
        publication.text(Terms.title).ifPresent(title -> json.put("name", title));
        publication.text(Terms.issued).ifPresent(year -> json.put("datePublished", year));
        List<String> identifiers = new ArrayList<>();
        publication.text(Terms.doi).ifPresent(doi -> identifiers.add("DOI:" + doi));
        publication.text(Terms.pmid).ifPresent(pmid -> identifiers.add("PMID:" + pmid));
        if (!identifiers.isEmpty()) {
            json.put("identifier", JsonText.texts(identifiers));
        }
        return json;
    }

    static JsonObject maker(NodeView maker) {
        JsonObject json = object(maker.node(), "Organization");
        json.put("name", maker.label());
        return json;
    }

    private static JsonObject mention(NodeView term) {
        JsonObject json = object(term.node(), term.node().getURI().startsWith(HGNC) ? "Gene" : "DefinedTerm");
        json.put("name", term.label());
        return json;
    }

    private static void names(JsonObject json, NodeView term) {
        json.put("name", term.label());
        term.text(Terms.definition).or(() -> term.text(Terms.ownDefinition))
                .ifPresent(text -> json.put("description", text));
        List<String> others = new ArrayList<>(term.texts(Terms.exactSynonym));
        if (!others.isEmpty()) {
            json.put("alternateName", JsonText.texts(others));
        }
    }

    private Optional<String> licence() {
        return NodeView.ontology(graph).text(Terms.license);
    }

    static JsonObject object(Node id, String type) {
        JsonObject json = new JsonObject();
        json.put("@type", type);
        json.put("@id", id.getURI());
        return json;
    }

    static JsonObject reference(String iri) {
        JsonObject json = new JsonObject();
        json.put("@id", iri);
        return json;
    }

    private static void references(JsonObject json, String property, List<Node> values) {
        if (!values.isEmpty()) {
            JsonArray array = JsonText.array(values.stream().map(v -> reference(v.getURI())).toList());
            json.put(property, array);
        }
    }
}
