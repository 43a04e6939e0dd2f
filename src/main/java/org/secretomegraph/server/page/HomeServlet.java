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
 * The root: the home page with what is here and the questions, of a graph that stays as it is made once. Who asks for
 * RDF is
 * led to the VoID description (VoID, section 6.2, https://www.w3.org/TR/void/#void-file, offers the root of the site
 * for both).
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
    private final transient BooleanSupplier described;

    public HomeServlet(DatasetGraph graph, LongSupplier triples, boolean changes, Supplier<Catalogue> catalogue) {
        super(graph);
        Supplier<String> now = () -> made(graph, triples.getAsLong(), catalogue.get());
        this.page = changes ? now : new Lazy<>(now);
        this.described = () -> Txn.calculateRead(graph, () -> graph.containsGraph(NamedGraphs.VOID));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.addHeader("Link", OpenApi.link());
        response.addHeader("Vary", "Accept");
        List<String> offers =
                described.getAsBoolean() ? Representation.mediaTypes() : List.of(Representation.HTML.mediaType());
        Optional<Representation> form = ContentNegotiation.choose(request, offers).flatMap(Representation::ofMediaType);
        if (form.equals(Optional.of(Representation.HTML))) {
            super.doGet(request, response);
        } else {
            elsewhere(form, offers, response);
        }
    }

    private static void elsewhere(Optional<Representation> form, List<String> offers, HttpServletResponse response)
            throws IOException {
        response.setContentType("text/plain; charset=utf-8");
        if (form.isPresent()) {
            String document = EntityServlet.VOID_PATH + form.get().suffix();
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", document);
            response.getOutputStream().print(document + "\n");
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_ACCEPTABLE);
            response.getOutputStream()
                    .print("No form of this is acceptable. There are:\n" + String.join("\n", offers) + "\n");
        }
    }

    @Override
    String html(HttpServletRequest request) {
        return page.get();
    }

    private static String made(DatasetGraph graph, long triples, Catalogue catalogue) {
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
