package org.secretomegraph.release.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/** The edges of a KGX graph, one for each claim and one for each derived link. */
final class KgxEdges {
    /** Our name as a source. It follows the registry's form; the registry has no entry for it yet. */
    static final String OURSELVES = "infores:secretome-graph";
    private static final List<String> COLUMNS = List.of("id", "subject", "predicate", "object", "category",
            "qualified_predicate", "object_aspect_qualifier", "object_direction_qualifier", "species_context_qualifier",
            "negated", "primary_knowledge_source", "aggregator_knowledge_source", "knowledge_level", "agent_type",
            "publications", "has_evidence_of_type", "original_subject", "original_predicate", "original_object",
            // What the model has no slot for; KGX allows such columns.
            "outcome", "evidence_level", "setting", "source_cell", "preparation", "finding", "claims");
    private static final Set<Node> FOUND_IN_A_STUDY = Set.of(Scso.term("primary"), Scso.term("trial"));

    private final Biolink model;
    private final TsvWriter table = new TsvWriter(COLUMNS);
    private final Set<Node> ends = new TreeSet<>(NodeView.ORDER);
    private final Map<String, Integer> leftOut = new TreeMap<>();

    KgxEdges(Biolink model) {
        this.model = model;
    }

    void claim(NodeView claim) {
        Map<String, String> row = statement(claim);
        if (row.isEmpty()) {
            return;
        }
        row.put("negated", Boolean.toString(!claim.all(Scso.outcome).contains(Scso.term("supports"))));
        // Who read the publication, a person or a program, is not recorded in a claim.
        row.put("agent_type", "not_provided");
        boolean observed = claim.one(Scso.studyKind).filter(FOUND_IN_A_STUDY::contains).isPresent();
        row.put("knowledge_level", observed ? "observation" : "knowledge_assertion");
        row.put("publications", TsvWriter.several(publications(claim, claim.named(Scso.publication))));
        row.put("has_evidence_of_type", curies(claim.named(Scso.evidence)));
        row.put("species_context_qualifier", curies(claim.named(Scso.hostSpecies)));
        row.put("source_cell", curies(claim.named(Scso.sourceCell)));
        row.put("preparation", curies(claim.named(Scso.preparation)));
        Map.of("outcome", Scso.outcome, "evidence_level", Scso.evidenceLevel, "setting", Scso.setting).forEach(
                (column, property) -> row.put(column, claim.one(property).map(n -> claim.at(n).label()).orElse("")));
        row.put("finding", claim.text(Scso.finding).orElse(""));
        source(claim, row);
        table.add(row);
    }

    void link(NodeView link) {
        Map<String, String> row = statement(link);
        if (row.isEmpty()) {
            return;
        }
        List<Node> claims = link.named(Terms.wasDerivedFrom);
        List<String> publications = new ArrayList<>();
        claims.forEach(claim -> publications.addAll(publications(link, link.at(claim).named(Scso.publication))));
        row.put("negated", "false");
        row.put("knowledge_level", "logical_entailment");
        row.put("agent_type", "automated_agent");
        row.put("publications", TsvWriter.several(publications));
        row.put("claims", curies(claims));
        row.put("primary_knowledge_source", OURSELVES);
        table.add(row);
    }

    /** Subject, predicate and object with their qualifiers; empty, and counted, when the relation has no predicate. */
    private Map<String, String> statement(NodeView claimed) {
        Node relation = claimed.one(Scso.relation).orElseThrow();
        Node from = claimed.one(Scso.subject).orElseThrow();
        Node to = claimed.one(Scso.object).orElseThrow();
        Map<String, String> row = new HashMap<>();
        model.predicate(relation).ifPresentOrElse(p -> {
            ends.add(from);
            ends.add(to);
            row.put("id", ExportCuries.curieOrIri(claimed.node().getURI()));
            row.put("subject", ExportCuries.curieOrIri((p.turned() ? to : from).getURI()));
            row.put("object", ExportCuries.curieOrIri((p.turned() ? from : to).getURI()));
            row.put("predicate", p.name());
            row.put("category", model.association(p.name(), model.category(claimed.at(p.turned() ? to : from)),
                    model.category(claimed.at(p.turned() ? from : to))));
            row.put("qualified_predicate", p.qualified());
            row.put("object_direction_qualifier", p.direction());
            row.put("object_aspect_qualifier", Biolink.hasAspects(model.category(claimed.at(to))) ? p.aspect() : "");
            row.put("original_subject", ExportCuries.curieOrIri(from.getURI()));
            row.put("original_predicate", ExportCuries.curieOrIri(relation.getURI()));
            row.put("original_object", ExportCuries.curieOrIri(to.getURI()));
        }, () -> leftOut.merge(claimed.all(RDF.type.asNode()).contains(Scso.DerivedLink) ? "links" : "claims", 1,
                Integer::sum));
        return row;
    }

    /**
     * Annotations that others made are theirs; what we read in a publication is ours. A record of a database that a
     * gene product takes part in a process is a GO annotation, wherever it came from: a sheet or an imported file.
     */
    private static void source(NodeView claim, Map<String, String> row) {
        boolean annotation = claim.all(Scso.studyKind).contains(Scso.term("database"))
                && claim.all(RDF.type.asNode()).contains(Scso.term("ParticipationClaim"));
        row.put("primary_knowledge_source", annotation ? "infores:goa" : OURSELVES);
        row.put("aggregator_knowledge_source", annotation ? OURSELVES : "");
    }

    /** PubMed's number when there is one, else the DOI, else the address. */
    private static List<String> publications(NodeView any, Collection<Node> publications) {
        return publications.stream().map(any::at).map(p -> p.text(Terms.pmid).map(number -> "PMID:" + number)
                .or(() -> p.text(Terms.doi).map(doi -> "DOI:" + doi))
                .orElseGet(() -> ExportCuries.curieOrIri(p.node().getURI()))).toList();
    }

    private static String curies(Collection<Node> nodes) {
        return TsvWriter.several(nodes.stream().map(n -> ExportCuries.curieOrIri(n.getURI())).toList());
    }

    Set<Node> ends() {
        return ends;
    }

    String table() {
        return table.sorted();
    }

    List<String> notes() {
        return leftOut.entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey() + " left out: their relations have no Biolink predicate")
                .toList();
    }
}
