package org.secretomegraph.server.write;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletRequestContext;
import org.apache.jena.atlas.web.ContentType;
import org.apache.jena.fuseki.servlets.ActionLib;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParserRegistry;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.secretomegraph.graph.BulkGraph;
import org.secretomegraph.graph.RdfInput;
import org.secretomegraph.io.Gzip;
import org.secretomegraph.io.SyntaxException;
import org.secretomegraph.server.http.BoundedInputStream;
import org.secretomegraph.server.http.KnownParameters;
import org.secretomegraph.server.http.ParseErrors;
import org.secretomegraph.server.http.SpooledBody;

/**
 * The statements of an RDF body, in the default graph and in named graphs. All files of a multipart form are one body.
 * It is parsed to its end before anything is done with it, so that an error in it is reported first; the statements of
 * a long body are not kept, and are parsed again when they are used.
 */
final class RdfBody {
    /** The statements of some tens of megabytes. */
    private static final int MAX_KEPT = 50_000;
    /** The syntaxes whose parsers hold a whole document in memory. */
    private static final Set<Lang> IN_MEMORY = Set.of(Lang.JSONLD, Lang.JSONLD11, Lang.RDFJSON);
    private static final long MAX_IN_MEMORY = 32L << 20;
    private static final String GZ = ".gz";

    private final HttpAction action;
    private final SpooledBody body;
    private final String base;
    /** Separates blank nodes of this body from others, and is the same each time that it is parsed. */
    private final UUID seed = UUID.randomUUID();
    private final CountingSink counts;

    private RdfBody(HttpAction action, SpooledBody body, int kept) throws IOException {
        this.action = action;
        this.body = body;
        this.base = ActionLib.wholeRequestURL(action.getRequest());
        this.counts = new CountingSink(kept);
        read(counts);
    }

    /**
     * Parses a body by its media type; it is parsed again while the statements are used.
     *
     * @throws SyntaxException where it is ill-formed
     */
    static RdfBody read(HttpAction action, SpooledBody body) throws IOException {
        return new RdfBody(action, body, MAX_KEPT);
    }

    /** All statements of a body, in memory. */
    static Graph graph(HttpAction action, SpooledBody body) throws IOException {
        Graph all = new BulkGraph();
        new RdfBody(action, body, MAX_KEPT).each(all::add, quad -> all.add(quad.asTriple()));
        return all;
    }

    /** The number of statements in the default graph. */
    long triples() {
        return counts.triples;
    }

    /** The number of statements in named graphs. */
    long quads() {
        return counts.quads;
    }

    /** One of the named graphs. */
    Optional<Node> anyGraph() {
        return counts.graph;
    }

    /** Passes on each statement. */
    void each(Consumer<Triple> triples, Consumer<Quad> quads) {
        StreamRDF to = new GraphDispatcher(triples, quads);
        if (counts.kept.isPresent()) {
            counts.kept.get().forEach(to::quad);
            return;
        }
        try {
            read(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(StreamRDF to) throws IOException {
        ContentType type = ActionLib.getContentType(action);
        if (type == null) {
            ServletOps.errorBadRequest("The Content-Type is missing: state it, for example text/turtle.");
        }
        if (type.getContentTypeStr().startsWith("multipart/")) {
            MultipartEndCheck.check(action.getRequestHeader("Content-Type"), body);
            files(to);
        } else {
            parse(body.open(), language(type.getContentTypeStr()), "body", 0, to);
        }
    }

    /** Separates statements of the default graph from those of named graphs. */
    private static class GraphDispatcher extends StreamRDFBase {
        private final Consumer<Triple> triples;
        private final Consumer<Quad> quads;

        GraphDispatcher(Consumer<Triple> triples, Consumer<Quad> quads) {
            this.triples = triples;
            this.quads = quads;
        }

        @Override
        public void triple(Triple triple) {
            triples.accept(triple);
        }

        @Override
        public void quad(Quad quad) {
            if (quad.isDefaultGraph()) {
                triples.accept(quad.asTriple());
            } else {
                quads.accept(quad);
            }
        }
    }

    /** Counts statements, and keeps them while they are few. */
    private static final class CountingSink extends StreamRDFBase {
        private final int maximum;
        private Optional<List<Quad>> kept = Optional.of(new ArrayList<>());
        private Optional<Node> graph = Optional.empty();
        private long triples;
        private long quads;

        CountingSink(int maximum) {
            this.maximum = maximum;
        }

        @Override
        public void triple(Triple triple) {
            triples++;
            keep(Quad.create(Quad.defaultGraphIRI, triple));
        }

        @Override
        public void quad(Quad quad) {
            if (quad.isDefaultGraph()) {
                triple(quad.asTriple());
            } else {
                quads++;
                graph = Optional.of(quad.getGraph());
                keep(quad);
            }
        }

        private void keep(Quad quad) {
            kept = kept.filter(all -> triples + quads <= maximum);
            kept.ifPresent(all -> all.add(quad));
        }
    }

    static Lang language(String type) {
        Lang lang = RDFLanguages.contentTypeToLang(type);
        if (lang == null || !RDFParserRegistry.isRegistered(lang)) {
            ServletOps.error(415,
                    "'" + ParseErrors.oneLine(type) + "' is not a supported RDF syntax; send for example"
                            + " text/turtle, application/n-triples, application/trig or application/ld+json.");
        }
        return lang;
    }

    private void files(StreamRDF to) throws IOException {
        FileItemInputIterator parts = new JakartaServletFileUpload<>().getItemIterator(
                new JakartaServletRequestContext(action.getRequest()) {
                    @Override
                    public InputStream getInputStream() throws IOException {
                        return body.open();
                    }
                });
        int files = 0;
        AtomicLong allowance = body.allowance();
        while (parts.hasNext()) {
            file(parts.next(), files++, allowance, to);
        }
        if (files == 0) {
            ServletOps.errorBadRequest("The form holds no file.");
        }
    }

    private void file(FileItemInput part, int number, AtomicLong allowance, StreamRDF to) throws IOException {
        if (part.isFormField() || KnownParameters.isDryRun(String.valueOf(part.getFieldName()))) {
            ServletOps.errorBadRequest(
                    "Only files are taken here; '" + ParseErrors.oneLine(part.getFieldName()) + "' is a plain field:"
                            + " parameters such as dry-run belong in the address.");
        }
        String name = part.getName() == null ? "" : part.getName();
        ContentType declared = part.getContentType() == null ? null : ContentType.create(part.getContentType());
        Lang lang = declared == null || declared.getContentTypeStr().equals("text/plain") ? null
                : RDFLanguages.contentTypeToLang(declared.getContentTypeStr());
        lang = lang == null ? RDFLanguages.pathnameToLang(name) : lang;
        if (lang == null) {
            ServletOps.error(415, "Neither the name nor the type of the file '" + name + "' tells its RDF syntax.");
        }
        String display = name.isEmpty() ? "body" : name;
        InputStream in = part.getInputStream();
        parse(name.toLowerCase(Locale.ROOT).endsWith(GZ) ? body.limited(unpacked(in, display), allowance) : in, lang,
                display, number, to);
    }

    private static InputStream unpacked(InputStream packed, String name) throws IOException {
        try {
            return Gzip.unpacked(packed);
        } catch (ZipException e) {
            throw new SyntaxException(name, 0, 0, "it cannot be unpacked: " + e.getMessage(), e);
        }
    }

    private void parse(InputStream source, Lang lang, String name, int number, StreamRDF to) throws IOException {
        InputStream limited = IN_MEMORY.contains(lang) ? new BoundedInputStream(source, MAX_IN_MEMORY, lang.getLabel()
                + " is read into memory as a whole: send N-Triples, N-Quads, Turtle or TriG.") : source;
        UUID own = new UUID(seed.getMostSignificantBits(), seed.getLeastSignificantBits() + number);
        RdfInput.parse(limited, lang, name, parser -> parser.base(base)
                .labelToNode(LabelToNode.createScopeByDocumentHash(own)), to);
    }
}
