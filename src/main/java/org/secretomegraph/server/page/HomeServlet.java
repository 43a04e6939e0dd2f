package org.secretomegraph.server.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDF;
import org.secretomegraph.catalogue.Catalogue;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.pages.HomePage;
import org.secretomegraph.pages.PageTemplate;
import org.secretomegraph.release.export.JsonLdExport;
import org.secretomegraph.server.api.OpenApi;
import org.secretomegraph.server.entity.EntityDocument;
import org.secretomegraph.server.entity.EntityServlet;
import org.secretomegraph.server.entity.Representation;
import org.secretomegraph.server.http.ContentNegotiation;
import org.secretomegraph.server.http.Lazy;
import org.secretomegraph.vocab.Scso;

/**
 * The root: the home page with the size of the graph and the questions; it is made once when the graph does not change.
 * A client that asks for RDF is redirected to the VoID description (VoID, section 6.2,
 * https://www.w3.org/TR/void/#void-file, offers the root of the site for both).
 */
public final class HomeServlet extends HtmlServlet {
    private static final long serialVersionUID = 1L;
    private static final String EXAMPLE = """
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX scso: <https://w3id.org/scso/>
            SELECT ?finding ?publication WHERE {
              ?claim a scso:Claim ; scso:finding ?finding ; scso:publication ?publication .
            } LIMIT 10""";

    private final transient Supplier<String> page;
    private final transient BooleanSupplier hasDescription;

    public HomeServlet(DatasetGraph graph, LongSupplier triples, boolean isMutable, Supplier<Catalogue> catalogue) {
        super(graph);
        Supplier<String> now = () -> fill(graph, triples.getAsLong(), catalogue.get());
        this.page = isMutable ? now : new Lazy<>(now);
        this.hasDescription = () -> Txn.calculateRead(graph, () -> graph.containsGraph(NamedGraphs.VOID));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.addHeader("Link", OpenApi.link());
        response.addHeader("Vary", "Accept");
        List<String> offers =
                hasDescription.getAsBoolean() ? Representation.mediaTypes() : List.of(Representation.HTML.mediaType());
        Optional<Representation> representation =
                ContentNegotiation.choose(request, offers).flatMap(Representation::ofMediaType);
        if (representation.equals(Optional.of(Representation.HTML))) {
            super.doGet(request, response);
        } else {
            redirect(representation, offers, response);
        }
    }

    private static void redirect(Optional<Representation> representation, List<String> offers,
            HttpServletResponse response)
            throws IOException {
        response.setContentType("text/plain; charset=utf-8");
        if (representation.isPresent()) {
            String document = EntityServlet.VOID_PATH + representation.get().suffix();
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", document);
            response.getOutputStream().print(document + "\n");
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_ACCEPTABLE);
            response.getOutputStream()
                    .print("No available media type is acceptable. Available:\n" + String.join("\n", offers) + "\n");
        }
    }

    @Override
    String html(HttpServletRequest request) {
        return page.get();
    }

    private static String fill(DatasetGraph graph, long triples, Catalogue catalogue) {
        Graph union = graph.getDefaultGraph();
        long claims = union.stream(Node.ANY, RDF.type.asNode(), Scso.Claim).count();
        return PageTemplate.named("home").filledWith(new HomePage(number(triples), number(claims),
                catalogue.questions().stream().map(q -> QuestionForm.of(q, Map.of())).toList(), EXAMPLE,
                graph.containsGraph(NamedGraphs.VOID),
                EntityDocument.inScript(JSON.toString(JsonLdExport.dataset(union)))));
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
