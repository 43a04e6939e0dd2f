package org.secretomegraph.graph.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/** A retracted publication makes no direct link and disputes none, and a link that others hold says what it lost. */
class RetractedSupportTest {
    private static final LinkMaterializer RULES = new LinkMaterializer(
            Stream.of("direct-links", "disputed-links", "retracted-support")
                    .map(name -> Path.of("ontology/rules", name + ".rq")).toList());
    private static final String CLAIMS = """
            PREFIX scso: <https://w3id.org/scso/>
            PREFIX claim: <https://w3id.org/scso/claim/>
            PREFIX pub: <https://doi.org/10.5555/>
            claim:first a scso:EffectClaim ; scso:subject <http://example.org/HGF> ; scso:relation scso:promotes ; scso:object <http://example.org/growth> ;
                scso:outcome scso:supports ; scso:studyKind scso:primary ; scso:readingDepth scso:abstract ; scso:publication pub:one .
            claim:second a scso:EffectClaim ; scso:subject <http://example.org/HGF> ; scso:relation scso:promotes ; scso:object <http://example.org/growth> ;
                scso:outcome scso:supports ; scso:studyKind scso:primary ; scso:readingDepth scso:abstract ; scso:publication pub:two .
            claim:against a scso:EffectClaim ; scso:subject <http://example.org/HGF> ; scso:relation scso:promotes ; scso:object <http://example.org/growth> ;
                scso:outcome scso:noEffect ; scso:studyKind scso:primary ; scso:readingDepth scso:abstract ; scso:publication pub:three .
            """;

    @Test
    void aLinkThatOthersHoldStaysAndSaysWhatItLost() {
        Graph links = links("pub:one scso:standing scso:retracted .");
        assertEquals(List.of("second"), claims(links, Terms.wasDerivedFrom));
        assertEquals(List.of("first"), claims(links, Scso.term("retractedSupport")));
        assertEquals(List.of("against"), claims(links, Scso.disputedBy));
    }

    @Test
    void aLinkThatRestsOnNothingElseIsGone() {
        assertEquals(0, links("pub:one scso:standing scso:retracted . pub:two scso:standing scso:retracted .").size());
    }

    @Test
    void whatIsRetractedDisputesNothing() {
        assertEquals(List.of(), claims(links("pub:three scso:standing scso:retracted ."), Scso.disputedBy));
    }

    @Test
    void otherStandingsTakeNothingAway() {
        Graph links = links("pub:one scso:standing scso:expressionOfConcern . pub:two scso:standing scso:reinstated .");
        assertEquals(List.of("first", "second"), claims(links, Terms.wasDerivedFrom));
    }

    private static Graph links(String standings) {
        Graph claims = GraphFactory.createDefaultGraph();
        RDFParser.fromString(CLAIMS + standings, Lang.TURTLE).parse(claims);
        return RULES.of(claims);
    }

    private static List<String> claims(Graph links, Node property) {
        Node link = NodeFactory.createURI(Scso.NS + "link/HGF.promotes.growth");
        return links.stream(link, property, Node.ANY).map(t -> t.getObject().getURI().replaceFirst("^.*/", "")).sorted()
                .toList();
    }
}
