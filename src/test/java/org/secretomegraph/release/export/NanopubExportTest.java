package org.secretomegraph.release.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/** Every claim as a well-formed nanopublication: the checks are those of the Java reference implementation. */
class NanopubExportTest {
    private static final String NP = "http://www.nanopub.org/nschema#";
    private static final DatasetGraph ALL = DatasetGraphFactory.createGeneral();
    private static final List<Node> NANOPUBS;

    static {
        RDFParser.fromString(new NanopubExport().of(BundledGraph.snapshot()).files().get(0).text(), Lang.TRIG)
                .parse(ALL);
        NANOPUBS =
                ALL.stream(Node.ANY, Node.ANY, RDF.type.asNode(), np("Nanopublication")).map(Quad::getSubject).toList();
    }

    private static Node np(String name) {
        return NodeFactory.createURI(NP + name);
    }

    private static Graph part(Node nanopub, String property) {
        Graph head = ALL.getGraph(NodeFactory.createURI(nanopub.getURI() + "#Head"));
        List<Node> parts = head.stream(nanopub, np(property), Node.ANY).map(t -> t.getObject()).toList();
        assertEquals(1, parts.size(), nanopub + " " + property);
        assertTrue(parts.get(0).getURI().startsWith(nanopub.getURI()) && !parts.get(0).equals(nanopub));
        Graph part = ALL.getGraph(parts.get(0));
        assertFalse(part.isEmpty(), parts.get(0).getURI());
        return part;
    }

    @Test
    void everyClaimHasOneAndNothingIsOutsideTheFourGraphs() {
        long claims = BundledGraph.snapshot().union().stream(Node.ANY, Scso.outcome, Node.ANY).count();
        assertTrue(claims >= 2000, "only " + claims + " claims");
        assertEquals(claims, NANOPUBS.size());
        Set<Node> graphs = new HashSet<>();
        ALL.listGraphNodes().forEachRemaining(graphs::add);
        assertEquals(4 * claims, graphs.size());
        assertTrue(ALL.getDefaultGraph().isEmpty());
    }

    @Test
    void eachHasAssertionProvenanceAndPublicationInfoThatReferToIt() {
        for (Node nanopub : NANOPUBS) {
            Node assertion = NodeFactory.createURI(nanopub.getURI() + "#assertion");
            part(nanopub, "hasAssertion");
            Graph provenance = part(nanopub, "hasProvenance");
            long sources = provenance.stream(assertion, Terms.wasDerivedFrom, Node.ANY).count();
            assertEquals(2, sources, nanopub + ": claim and publication");
            assertTrue(
                    provenance.contains(assertion, NodeFactory.createURI("http://purl.obolibrary.org/obo/RO_0002558"),
                            Node.ANY),
                    nanopub + ": evidence");
            Graph info = part(nanopub, "hasPublicationInfo");
            assertTrue(info.contains(nanopub, Terms.creator, Scso.term("curators")), nanopub.getURI());
            assertTrue(info.contains(nanopub, Terms.license, Node.ANY), nanopub.getURI());
            assertTrue(info.stream(nanopub, Terms.created, Node.ANY)
                    .anyMatch(t -> t.getObject().getLiteralDatatypeURI().endsWith("#dateTime")), nanopub.getURI());
        }
    }

    @Test
    void onlyWhatWasFoundIsAssertedAsAFact() {
        int found = 0;
        int other = 0;
        Graph claims = BundledGraph.snapshot().union();
        for (Node nanopub : NANOPUBS) {
            Node claim = Scso.claim(nanopub.getURI().substring((Scso.NS + "np/").length()));
            Node from = claims.stream(claim, Scso.subject, Node.ANY).findFirst().orElseThrow().getObject();
            Node relation = claims.stream(claim, Scso.relation, Node.ANY).findFirst().orElseThrow().getObject();
            Graph assertion = part(nanopub, "hasAssertion");
            boolean supports = claims.contains(claim, Scso.outcome, Scso.term("supports"));
            assertEquals(supports, assertion.contains(from, relation, Node.ANY), nanopub.getURI());
            assertEquals(!supports, assertion.contains(claim, Scso.outcome, Node.ANY), nanopub.getURI());
            found += supports ? 1 : 0;
            other += supports ? 0 : 1;
        }
        assertTrue(found >= 1800 && other >= 150, found + " found, " + other + " not");
    }

    @Test
    void everyIriIsOne() {
        ALL.stream().flatMap(q -> List.of(q.getGraph(), q.getSubject(), q.getPredicate(), q.getObject()).stream())
                .filter(Node::isURI).map(Node::getURI).distinct().forEach(URI::create);
    }
}
