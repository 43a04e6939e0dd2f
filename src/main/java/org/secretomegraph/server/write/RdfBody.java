package org.secretomegraph.server.write;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
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
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFParserRegistry;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.secretomegraph.graph.JsonLdLoaderPolicy;
import org.secretomegraph.io.SyntaxException;
import org.secretomegraph.io.Utf8TextReader;
import org.secretomegraph.server.http.ParseErrors;

/**
 * What an RDF body says: statements without a graph, and statements with one. A form of files counts as one body. It is
 * read
 * to its end before anything is done with it, so that a fault in it is told first; the statements of a long one are not
 * kept, and read again when they are wanted.
 */
final class RdfBody {
    /** A few ten megabytes. */
    private static final int KEPT = 50_000;
    /** Those syntaxes whose readers hold all of a document. */
    private static final Set<Lang> HELD = Set.of(Lang.JSONLD, Lang.JSONLD11, Lang.RDFJSON);
    private static final long HELD_AT_MOST = 32L << 20;

    private final HttpAction action;
    private final SpooledBody body;
    private final String base;
    /** Tells blank nodes of this body from others, and is the same each time that it is read. */
    private final UUID seed = UUID.randomUUID();
    private final Counted counted;

    private RdfBody(HttpAction action, SpooledBody body, int kept) throws IOException {
        this.action = action;
        this.body = body;
        this.base = ActionLib.wholeRequestURL(action.getRequest());
        this.counted = new Counted(kept);
        read(counted);
    }

    /**
     * Reads a body by its media type; it is asked again while the statements are used. @throws SyntaxException where it
     * is wrong
     */
    static RdfBody read(HttpAction action, SpooledBody body) throws IOException {
        return new RdfBody(action, body, KEPT);
    }

    /** All that a body says, in memory. */
    static Graph graph(HttpAction action, SpooledBody body) throws IOException {
        Graph all = GraphFactory.createDefaultGraph();
        new RdfBody(action, body, KEPT).each(all::add, quad -> all.add(quad.asTriple()));
        return all;
    }

    /** How many statements name no graph. */
    long triples() {
        return counted.triples;
    }

    /** How many statements name their graph. */
    long quads() {
        return counted.quads;
    }

    /** One of the graphs that are named. */
    Optional<Node> someGraph() {
        return counted.graph;
    }

    /** Hands on each statement. */
    void each(Consumer<Triple> triples, Consumer<Quad> quads) {
        StreamRDF to = new Sorted(triples, quads);
        if (counted.kept.isPresent()) {
            counted.kept.get().forEach(to::quad);
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
            ServletOps.errorBadRequest("Say what the body is, with a Content-Type such as text/turtle.");
        }
        if (type.getContentTypeStr().startsWith("multipart/")) {
            MultipartEndCheck.check(action.getRequestHeader("Content-Type"), body);
            files(to);
        } else {
            parse(body.open(), language(type.getContentTypeStr()), "body", 0, to);
        }
    }

    /** Statements of the default graph, and those of others. */
    private static class Sorted extends StreamRDFBase {
        private final Consumer<Triple> triples;
        private final Consumer<Quad> quads;

        Sorted(Consumer<Triple> triples, Consumer<Quad> quads) {
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

    /** Counts statements, and keeps them as long as they are few. */
    private static final class Counted extends StreamRDFBase {
        private final int most;
        private Optional<List<Quad>> kept = Optional.of(new ArrayList<>());
        private Optional<Node> graph = Optional.empty();
        private long triples;
        private long quads;

        Counted(int most) {
            this.most = most;
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
            kept = kept.filter(all -> triples + quads <= most);
            kept.ifPresent(all -> all.add(quad));
        }
    }

    static Lang language(String type) {
        Lang lang = RDFLanguages.contentTypeToLang(type);
        if (lang == null || !RDFParserRegistry.isRegistered(lang)) {
            ServletOps.error(415,
                    "'" + ParseErrors.oneLine(type) + "' is no RDF syntax that is read here; send for example"
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
        while (parts.hasNext()) {
            file(parts.next(), files++, to);
        }
        if (files == 0) {
            ServletOps.errorBadRequest("The form holds no file.");
        }
    }

    private void file(FileItemInput part, int number, StreamRDF to) throws IOException {
        if (part.isFormField()) {
            ServletOps.errorBadRequest("Only files are taken here; '" + part.getFieldName() + "' is a plain field.");
        }
        String name = part.getName() == null ? "" : part.getName();
        ContentType stated = part.getContentType() == null ? null : ContentType.create(part.getContentType());
        Lang lang = stated == null || stated.getContentTypeStr().equals("text/plain") ? null
                : RDFLanguages.contentTypeToLang(stated.getContentTypeStr());
        InputStream in = part.getInputStream();
        if (lang == null) {
            lang = RDFLanguages.pathnameToLang(name);
            in = name.endsWith(".gz") ? new GZIPInputStream(in) : in;
        }
        if (lang == null) {
            ServletOps.error(415, "Neither the name nor the type of the file '" + name + "' tells its RDF syntax.");
        }
        parse(in, lang, name.isEmpty() ? "body" : name, number, to);
    }

    private void parse(InputStream source, Lang lang, String name, int number, StreamRDF to) throws IOException {
        FirstProblem problem = new FirstProblem(name);
        if (HELD.contains(lang) && body.length() > HELD_AT_MOST) {
            ServletOps.error(413,
                    lang.getLabel() + " is read into memory as a whole, and here only up to " + (HELD_AT_MOST >> 20)
                            + " MB: send N-Triples, N-Quads, Turtle or TriG.");
        }
        UUID own = new UUID(seed.getMostSignificantBits(), seed.getLeastSignificantBits() + number);
        try (InputStream in = Utf8TextReader.of(source, name, lang)) {
            RDFParser.source(in).lang(lang).base(base).context(JsonLdLoaderPolicy.refused())
                    .labelToNode(LabelToNode.createScopeByDocumentHash(own)).errorHandler(problem).parse(to);
        } catch (RiotException e) {
            throw problem.first == null ? new SyntaxException(name, 0, 0, ParseErrors.oneLine(root(e)), e)
                    : problem.first;
        }
    }

    private static String root(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getMessage() == null ? e.getMessage() : root.getMessage();
    }

    /** Stops at the first error and remembers its place. Warnings are the business of the shapes. */
    private static final class FirstProblem implements ErrorHandler {
        private final String name;
        private SyntaxException first;

        FirstProblem(String name) {
            this.name = name;
        }

        @Override
        public void warning(String message, long line, long col) {}

        @Override
        public void error(String message, long line, long col) {
            RiotException stop = new RiotException(message);
            first = new SyntaxException(name, Math.max(line, 0), Math.max(col, 0), ParseErrors.oneLine(message), stop);
            throw stop;
        }

        @Override
        public void fatal(String message, long line, long col) {
            error(message, line, col);
        }
    }
}
