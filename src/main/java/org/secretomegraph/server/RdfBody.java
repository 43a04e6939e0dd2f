package org.secretomegraph.server;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletRequestContext;
import org.apache.jena.atlas.web.ContentType;
import org.apache.jena.fuseki.servlets.ActionLib;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFParserRegistry;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.secretomegraph.graph.BadSyntax;
import org.secretomegraph.graph.RemoteContexts;

/** What an RDF body says: statements without a graph, and statements with one. A form of files counts as one body. */
final class RdfBody extends StreamRDFBase {
    private final List<Triple> triples = new ArrayList<>();
    private final List<Quad> quads = new ArrayList<>();
    private final String base;

    private RdfBody(String base) {
        this.base = base;
    }

    /** Reads a body by its media type. @throws BadSyntax where it is wrong */
    static RdfBody read(HttpAction action, WriteBody body) throws IOException {
        RdfBody read = new RdfBody(ActionLib.wholeRequestURL(action.getRequest()));
        ContentType type = ActionLib.getContentType(action);
        if (type == null) {
            ServletOps.errorBadRequest("Say what the body is, with a Content-Type such as text/turtle.");
        }
        if (type.getContentTypeStr().startsWith("multipart/")) {
            read.files(action, body);
        } else {
            read.parse(body.open(), language(type.getContentTypeStr()), "body");
        }
        return read;
    }

    /** Statements that name no graph. */
    List<Triple> triples() {
        return triples;
    }

    /** Statements that name their graph. */
    List<Quad> quads() {
        return quads;
    }

    @Override
    public void triple(Triple triple) {
        triples.add(triple);
    }

    @Override
    public void quad(Quad quad) {
        if (quad.isDefaultGraph()) {
            triples.add(quad.asTriple());
        } else {
            quads.add(quad);
        }
    }

    static Lang language(String type) {
        Lang lang = RDFLanguages.contentTypeToLang(type);
        if (lang == null || !RDFParserRegistry.isRegistered(lang)) {
            ServletOps.error(415, "'" + ParseError.oneLine(type) + "' is no RDF syntax that is read here; send for example"
                    + " text/turtle, application/n-triples, application/trig or application/ld+json.");
        }
        return lang;
    }

    private void files(HttpAction action, WriteBody body) throws IOException {
        FileItemInputIterator parts = new JakartaServletFileUpload<>().getItemIterator(
                new JakartaServletRequestContext(action.getRequest()) {
                    @Override
                    public InputStream getInputStream() throws IOException {
                        return body.open();
                    }
                });
        int files = 0;
        while (parts.hasNext()) {
            file(parts.next());
            files++;
        }
        if (files == 0) {
            ServletOps.errorBadRequest("The form holds no file.");
        }
    }

    private void file(FileItemInput part) throws IOException {
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
        parse(in, lang, name.isEmpty() ? "body" : name);
    }

    private void parse(InputStream body, Lang lang, String name) throws IOException {
        FirstProblem problem = new FirstProblem(name);
        try (InputStream in = body) {
            RDFParser.source(in).lang(lang).base(base).context(RemoteContexts.refused())
                    .errorHandler(problem).parse(this);
        } catch (RiotException e) {
            throw problem.first == null ? new BadSyntax(name, 0, 0, ParseError.oneLine(root(e)), e) : problem.first;
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
        private BadSyntax first;

        FirstProblem(String name) {
            this.name = name;
        }

        @Override
        public void warning(String message, long line, long col) {}

        @Override
        public void error(String message, long line, long col) {
            RiotException stop = new RiotException(message);
            first = new BadSyntax(name, Math.max(line, 0), Math.max(col, 0), ParseError.oneLine(message), stop);
            throw stop;
        }

        @Override
        public void fatal(String message, long line, long col) {
            error(message, line, col);
        }
    }
}
