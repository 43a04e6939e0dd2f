package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.server.http.ServerSettings;

/** A term that was withdrawn is gone, and says what to use instead, in each form. */
class ObsoleteTermTest {
    private static final String TERMS = """
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX obo: <http://purl.obolibrary.org/obo/>
            PREFIX scso: <https://w3id.org/scso/>
            scso:0000998 a owl:Class ; rdfs:label "obsolete <b>old</b> term" ; owl:deprecated true ; obo:IAO_0100001 scso:0000999 .
            scso:0000999 a owl:Class ; rdfs:label "new term" .
            scso:0000997 a owl:Class ; rdfs:label "obsolete lonely term" ; owl:deprecated true .
            """;
    @RegisterExtension
    static final LiveServer live = LiveServer.start(ServerSettings.local(),
            Snapshot.load(List.of(dataset -> RDFParser.fromString(TERMS, Lang.TTL)
                    .toGraph().find()
                    .forEachRemaining(t -> dataset.add(NamedGraphs.ONTOLOGY, t.getSubject(), t.getPredicate(),
                            t.getObject()))),
                    List.of()));

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/turtle", "application/ld+json", "application/rdf+xml",
            "application/n-triples"})
    void isGoneAndNamesItsReplacement(String type) {
        HttpResponse<String> response = live.get("/0000998", "Accept", type);
        assertEquals(410, response.statusCode());
        assertEquals(type, LiveServer.type(response));
        assertTrue(response.body().contains("0000999"), response.body());
        String links = response.headers().firstValue("Link").orElse("");
        assertTrue(links.contains("</0000999>; rel=\"successor-version\""), links);
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "ttl", "jsonld", "rdf", "nt"})
    void itsDocumentsAreGoneToo(String form) {
        assertEquals(410, live.get("/0000998." + form).statusCode());
        assertEquals(303, live.get("/0000999").statusCode());
        assertEquals(200, live.get("/0000999." + form).statusCode());
    }

    @Test
    void saysSoWhereNoFormIsAcceptable() {
        HttpResponse<String> response = live.get("/0000998", "Accept", "image/png");
        assertEquals(410, response.statusCode());
        assertEquals("SCSO:0000998 is withdrawn. Use new term (https://w3id.org/scso/0000999).\n", response.body());
    }

    @Test
    void withoutAReplacementItSaysThatThereIsNone() {
        String page = live.get("/0000997", "Accept", "text/html").body();
        assertTrue(page.contains("This term is withdrawn, and nothing replaces it."), page);
    }

    @Test
    void aLabelCannotBecomeMarkup() {
        String page = live.get("/0000998.html").body();
        assertTrue(page.contains("obsolete &lt;b&gt;old&lt;/b&gt; term") && !page.contains("<b>old"), page);
        assertTrue(RDFParser.fromString(live.get("/0000998.ttl").body(), Lang.TTL).toGraph()
                .contains(NodeFactory.createURI("https://w3id.org/scso/0000998"), null, null));
    }
}
