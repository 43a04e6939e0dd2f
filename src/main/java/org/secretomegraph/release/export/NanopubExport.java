package org.secretomegraph.release.export;

import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.vocab.Prefixes;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/**
 * Each claim as a nanopublication (nanopub.org/guidelines/working_draft; well-formedness as
 * github.com/Nanopublication/nanopub-java checks it), all in one TriG file.
 *
 * <p>The assertion of a claim that supports its statement is that statement, one triple. RDF cannot deny a triple, and
 * "no effect was measured" is less than a denial; so a claim with another outcome asserts itself: that this statement
 * was looked at, and how it came out. Nobody who gathers assertions then takes a failed experiment for a success.
 */
public final class NanopubExport implements Export {
    private static final String NP = "http://www.nanopub.org/nschema#";
    /** RO's "has evidence". */
    private static final Node HAS_EVIDENCE = NodeFactory.createURI("http://purl.obolibrary.org/obo/RO_0002558");
    private static final List<Node> STATEMENT = List.of(RDF.type.asNode(), Scso.subject, Scso.relation, Scso.object,
            Scso.outcome);
    /** What is said of the nanopublication and not of the finding. */
    private static final List<Node> NOT_CONTEXT = List.of(Terms.created, Terms.wasAttributedTo);

    @Override
    public ExportResult of(Snapshot snapshot) {
        Graph graph = NodeView.asserted(snapshot);
        return ExportResult.single("secretome-graph.nanopubs.trig", trig(graph, NodeView.claims(graph)));
    }

    /**
     * The nanopublication of one claim, as TriG.
     *
     * @param graph what is asserted
     * @param key   what the claim's IRI ends in
     * @return empty when there is no such claim
     */
    public static Optional<String> of(Graph graph, String key) {
        NodeView claim = new NodeView(graph, Scso.term("claim/" + key));
        return Optional.of(claim).filter(NodeView::isClaim).map(one -> trig(graph, List.of(one)));
    }

    private static String trig(Graph graph, List<NodeView> claims) {
        PrefixMap prefixes = Prefixes.standard();
        prefixes.add("np", NP);
        StringBuilder text = new StringBuilder(SortedTriGWriter.declarations(prefixes));
        SortedTriGWriter trig = new SortedTriGWriter(prefixes);
        List<Node> licences = NodeView.ontology(graph).named(Terms.license);
        claims.forEach(claim -> text.append(new Parts(claim, licences).in(trig)));
        return text.toString();
    }

    /** The nanopublication's own IRI, {@code scso:np/} and the key of the claim. */
    static Node name(NodeView claim) {
        return Scso.term("np/" + claim.node().getURI().substring((Scso.NS + "claim/").length()));
    }

    /** The four graphs of one nanopublication; their IRIs begin with its own, as the guidelines ask. */
    private record Parts(NodeView claim, List<Node> licences) {
        String in(SortedTriGWriter trig) {
            return trig.graph(part("Head"), head()) + trig.graph(part("assertion"), assertion())
                    + trig.graph(part("provenance"), provenance()) + trig.graph(part("pubinfo"), pubinfo());
        }

        private Node part(String name) {
            return NodeFactory.createURI(name(claim).getURI() + "#" + name);
        }

        private Graph head() {
            Graph head = GraphFactory.createDefaultGraph();
            Node self = name(claim);
            head.add(self, RDF.type.asNode(), NodeFactory.createURI(NP + "Nanopublication"));
            head.add(self, NodeFactory.createURI(NP + "hasAssertion"), part("assertion"));
            head.add(self, NodeFactory.createURI(NP + "hasProvenance"), part("provenance"));
            head.add(self, NodeFactory.createURI(NP + "hasPublicationInfo"), part("pubinfo"));
            return head;
        }

        private Graph assertion() {
            Graph assertion = GraphFactory.createDefaultGraph();
            if (claim.all(Scso.outcome).contains(Scso.term("supports"))) {
                assertion.add(claim.one(Scso.subject).orElseThrow(), claim.one(Scso.relation).orElseThrow(),
                        claim.one(Scso.object).orElseThrow());
            } else {
                STATEMENT.forEach(p -> claim.all(p).forEach(o -> assertion.add(claim.node(), p, o)));
            }
            return assertion;
        }

        /** The publication, its kind of evidence, and under which circumstances it was found: the rest of the claim. */
        private Graph provenance() {
            Graph provenance = GraphFactory.createDefaultGraph();
            Node assertion = part("assertion");
            provenance.add(assertion, Terms.wasDerivedFrom, claim.node());
            claim.named(Scso.publication).forEach(publication -> {
                provenance.add(assertion, Terms.wasDerivedFrom, publication);
                claim.graph().stream(publication, Node.ANY, Node.ANY).filter(t -> !t.getObject().isBlank())
                        .forEach(provenance::add);
            });
            claim.named(Scso.evidence).forEach(eco -> provenance.add(assertion, HAS_EVIDENCE, eco));
            claim.graph().stream(claim.node(), Node.ANY, Node.ANY).filter(t -> !t.getObject().isBlank())
                    .filter(t -> !NOT_CONTEXT.contains(t.getPredicate()) && !STATEMENT.contains(t.getPredicate()))
                    .forEach(provenance::add);
            return provenance;
        }

        /** The guidelines want a moment; a claim has a day, so that day's first moment stands for it. */
        private Graph pubinfo() {
            Graph pubinfo = GraphFactory.createDefaultGraph();
            Node self = name(claim);
            claim.text(Terms.created).ifPresent(day -> pubinfo.add(self, Terms.created,
                    NodeFactory.createLiteralDT(day + "T00:00:00Z", XSDDatatype.XSDdateTime)));
            claim.named(Terms.wasAttributedTo).forEach(creator -> {
                pubinfo.add(self, Terms.creator, creator);
                claim.at(creator).all(RDFS.label.asNode()).forEach(l -> pubinfo.add(creator, RDFS.label.asNode(), l));
            });
            licences.forEach(licence -> pubinfo.add(self, Terms.license, licence));
            pubinfo.add(self, RDFS.label.asNode(), NodeFactory.createLiteralLang(sentence(), "en"));
            return pubinfo;
        }

        private String sentence() {
            String outcome = claim.one(Scso.outcome).map(o -> claim.at(o).label()).orElse("");
            return String.join(" ", label(Scso.subject), label(Scso.relation), label(Scso.object)) + ": " + outcome;
        }

        private String label(Node property) {
            return claim.at(claim.one(property).orElseThrow()).label();
        }
    }
}
