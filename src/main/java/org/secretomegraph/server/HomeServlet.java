package org.secretomegraph.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.vocabulary.RDF;
import org.secretomegraph.catalogue.Catalogue;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.pages.Home;
import org.secretomegraph.pages.Page;
import org.secretomegraph.release.export.JsonLdExport;
import org.secretomegraph.server.api.OpenApi;
import org.secretomegraph.server.thing.Body;
import org.secretomegraph.vocab.Scso;

/** The home page: what is here, and the questions with links that ask them. Of a graph that stays as it is, made once. */
final class HomeServlet extends HtmlServlet {
    private static final long serialVersionUID = 1L;
    private static final String EXAMPLE = """
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX scso: <https://w3id.org/scso/>
            SELECT ?finding ?publication WHERE {
              ?claim a scso:Claim ; scso:finding ?finding ; scso:publication ?publication .
            } LIMIT 10""";

    private final transient Supplier<String> page;

    HomeServlet(DatasetGraph graph, LongSupplier triples, boolean changes, Supplier<Catalogue> catalogue) {
        super(graph);
        Supplier<String> now = () -> made(graph, triples.getAsLong(), catalogue.get());
        this.page = changes ? now : new Once<>(now);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.addHeader("Link", OpenApi.link());
        super.doGet(request, response);
    }

    @Override
    String html(HttpServletRequest request) {
        return page.get();
    }

    private static String made(DatasetGraph graph, long triples, Catalogue catalogue) {
        Graph union = graph.getDefaultGraph();
        long claims = union.stream(Node.ANY, RDF.type.asNode(), Scso.Claim).count();
        return Page.named("home").filledWith(new Home(number(triples), number(claims),
                catalogue.questions().stream().map(q -> QuestionForm.of(q, Map.of())).toList(), EXAMPLE,
                graph.containsGraph(NamedGraphs.VOID),
                Body.inScript(JSON.toString(JsonLdExport.dataset(union)))));
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
