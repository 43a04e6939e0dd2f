package org.secretomegraph.server.entity;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.secretomegraph.release.export.NanopubExport;
import org.secretomegraph.server.http.ContentNegotiation;

/**
 * {@code /np/KEY}: the nanopublication of a claim, with the IRI that the export gives it. The IRI redirects with 303 to
 * a representation that can hold its four graphs, at the same path with a suffix; a browser is redirected to the page
 * of the claim.
 */
public final class NanopubServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    public static final String PATH = "/np/";
    private static final String HTML = "text/html";

    private final transient DatasetGraph dataset;
    private final transient DocumentResponder responder;

    private enum Form {
        TRIG(".trig", "application/trig", RDFFormat.TRIG),
        N_QUADS(".nq", "application/n-quads", RDFFormat.NQUADS_UTF8),
        JSON_LD(".jsonld", "application/ld+json", RDFFormat.JSONLD11_PRETTY);

        private final String suffix;
        private final String mediaType;
        private final RDFFormat format;

        Form(String suffix, String mediaType, RDFFormat format) {
            this.suffix = suffix;
            this.mediaType = mediaType;
            this.format = format;
        }

        byte[] of(String trig) {
            if (this == TRIG) {
                return trig.getBytes(StandardCharsets.UTF_8);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            RDFWriter.source(RDFParser.fromString(trig, Lang.TRIG).toDatasetGraph()).format(format).output(out);
            return out.toByteArray();
        }
    }

    /**
     * @param dataset   read in READ transactions
     * @param isMutable whether it can change, so that caches must revalidate
     */
    public NanopubServlet(DatasetGraph dataset, boolean isMutable) {
        this.dataset = dataset;
        this.responder = new DocumentResponder(isMutable);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        String name = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        Txn.executeRead(dataset, () -> respond(name, new HttpExchange(request, response)));
    }

    private void respond(String name, HttpExchange exchange) {
        Optional<Form> form = Stream.of(Form.values()).filter(f -> name.endsWith(f.suffix)).findFirst();
        String key = form.map(f -> name.substring(0, name.length() - f.suffix.length())).orElse(name);
        Optional<String> trig = NanopubExport.of(new Entities(dataset).asserted(), key);
        String path = EntityPath.encoded(PATH + key);
        if (trig.isEmpty()) {
            exchange.plain(HttpServletResponse.SC_NOT_FOUND,
                    "404 Not Found: " + EntityPath.encoded(PATH + name) + "\n");
            return;
        }
        exchange.response().setHeader("Link", links(path, EntityPath.encoded("/claim/" + key)));
        if (form.isPresent()) {
            responder.content(form.get().mediaType, form.get().of(trig.get()), exchange);
        } else {
            redirectToDocument(path, EntityPath.encoded("/claim/" + key), exchange);
        }
    }

    private void redirectToDocument(String path, String claim, HttpExchange exchange) {
        exchange.response().setHeader("Vary", "Accept");
        List<String> offers = Stream.concat(Stream.of(HTML), Stream.of(Form.values()).map(f -> f.mediaType)).toList();
        Optional<String> chosen = ContentNegotiation.choose(exchange.request(), offers);
        if (chosen.isEmpty()) {
            exchange.plain(HttpServletResponse.SC_NOT_ACCEPTABLE,
                    "No available media type is acceptable. Available:\n" + list(path)
                            + "and the claim in other media types at " + claim + "\n");
            return;
        }
        responder.cacheable(exchange);
        exchange.redirect(HttpServletResponse.SC_SEE_OTHER, Stream.of(Form.values())
                .filter(f -> f.mediaType.equals(chosen.get())).map(f -> path + f.suffix).findFirst()
                .orElse(claim + Representation.HTML.suffix()));
    }

    private static String links(String path, String claim) {
        return Stream.of(Form.values())
                .map(f -> "<" + path + f.suffix + ">; rel=\"alternate\"; type=\"" + f.mediaType + "\"")
                .collect(Collectors.joining(", ", "", ", <" + claim + ">; rel=\"about\""));
    }

    private static String list(String path) {
        return Stream.of(Form.values()).map(f -> f.mediaType + "  " + path + f.suffix + "\n")
                .collect(Collectors.joining());
    }
}
