package org.secretomegraph.linking.standing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.secretomegraph.graph.RdfSource;
import org.secretomegraph.linking.check.CheckedFile;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.Location;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/** Looks up the publications that files and direct links rest on in lists of retracted publications. */
public final class StandingCheck {
    private final List<StandingList> lists;
    /** Where standings are recorded already. */
    private final Graph recorded;
    private final List<PublicationCitation> citations = new ArrayList<>();
    /** What each publication is known by: one row gives its DOI, another its PubMed number. */
    private final Map<String, Set<String>> identifiers = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /**
     * What came out.
     *
     * @param findings     one for each claim and each link that rests on a listed publication
     * @param standings    how each publication stands that a list could name, by its IRI
     * @param publications how many publications were looked up
     */
    public record Result(List<Finding> findings, Map<String, PublicationStanding> standings, int publications) {
        /** In one line how many are retracted, and how many no list could name. */
        public String summary(List<StandingList> lists) {
            long retracted = standings.values().stream().filter(s -> s.standing() == Standing.RETRACTED).count();
            int unnamed = publications - standings.size();
            return retracted + " of " + standings.size() + " retracted by "
                    + lists.stream().map(StandingList::title).collect(Collectors.joining("; "))
                    + (unnamed == 0 ? "" : "; " + unnamed + " have no identifier of a kind that the list names");
        }
    }

    private StandingCheck(List<StandingList> lists, Graph recorded) {
        this.lists = lists;
        this.recorded = recorded;
    }

    /**
     * @param files   claim sheets and RDF files; direct links of the latter are checked too
     * @param graph   a graph whose direct links are checked beside the files; empty for none
     * @param recorded where standings are recorded already
     */
    public static Result of(List<CheckedFile> files, Optional<Graph> graph, Graph recorded, List<StandingList> lists) {
        StandingCheck check = new StandingCheck(lists, recorded);
        Map<String, Graph> graphs = new LinkedHashMap<>();
        for (CheckedFile file : files) {
            if (file.name().matches("(?i).*\\.tsv(\\.gz)?")) {
                CitationReader.ofTable(file).forEach(check::add);
            } else {
                Graph content = RdfSource.triples(file.path());
                CitationReader.ofGraph(file.name(), content).forEach(check::add);
                graphs.put(file.name(), content);
            }
        }
        graph.ifPresent(g -> graphs.put("direct links", g));
        return check.result(graphs);
    }

    /** Publications that share an identifier are one. */
    private void add(PublicationCitation citation) {
        citations.add(citation);
        String name = citation.identifiers().stream().filter(names::containsKey).map(names::get).findFirst()
                .orElse(citation.publication());
        Set<String> known = identifiers.computeIfAbsent(name, n -> new TreeSet<>());
        known.addAll(citation.identifiers());
        citation.identifiers().forEach(id -> names.put(id, name));
        names.put(citation.publication(), name);
    }

    private Set<String> known(PublicationCitation citation) {
        return identifiers.getOrDefault(names.getOrDefault(citation.publication(), ""), Set.of());
    }

    private Result result(Map<String, Graph> graphs) {
        for (PublicationCitation citation : citations) {
            Set<String> known = known(citation);
            lists.forEach(list -> list.on(known).ifPresent(notice -> findings.add(StandingFindings.claim(citation,
                    PublicationIds.iri(known).orElse(citation.publication()), notice, list,
                    isRecorded(known, notice.standing())))));
        }
        graphs.forEach(this::links);
        Map<String, PublicationStanding> standings = new TreeMap<>();
        identifiers.forEach((publication, ids) -> PublicationStanding.of(ids, lists)
                .ifPresent(standing -> standings.put(PublicationIds.iri(ids).orElse(publication), standing)));
        return new Result(findings, standings, identifiers.size());
    }

    private boolean isRecorded(Set<String> publication, Standing standing) {
        return PublicationIds.iri(publication)
                .filter(iri -> recorded.contains(NodeFactory.createURI(iri), Scso.standing,
                        standing.node()))
                .isPresent();
    }

    private void links(String file, Graph graph) {
        Map<Node, Set<Node>> retracted = new LinkedHashMap<>();
        graph.stream(Node.ANY, Scso.publication, Node.ANY).filter(t -> isRetracted(t.getObject(), graph))
                .map(t -> t.getSubject()).distinct()
                .forEach(claim -> graph.stream(Node.ANY, Terms.wasDerivedFrom, claim)
                        .forEach(t -> retracted.computeIfAbsent(t.getSubject(), l -> new TreeSet<>(
                                Comparator.comparing(Node::toString))).add(claim)));
        retracted.forEach((link, claims) -> {
            int all = (int) graph.stream(link, Terms.wasDerivedFrom, Node.ANY).count();
            findings.add(StandingFindings.link(Location.inGraph(file, link.toString(), Terms.wasDerivedFrom.getURI()),
                    link.toString(), claims.size(), all, claims.size() == all));
        });
    }

    private boolean isRetracted(Node publication, Graph graph) {
        return publication.isURI() && lists.stream().anyMatch(list -> list.on(PublicationIds.of(publication, graph))
                .filter(n -> n.standing() == Standing.RETRACTED).isPresent());
    }
}
