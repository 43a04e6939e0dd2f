package org.secretomegraph.graph;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.secretomegraph.io.ConsistentFileReader;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.io.Messages;
import org.secretomegraph.io.SyntaxException;
import org.secretomegraph.io.Utf8TextReader;

/**
 * A file in any RDF syntax that Jena reads, gzip too. Triples go to the given graph; the graphs of TriG and N-Quads
 * keep
 * their own names.
 */
public record RdfSource(Path file, Node graphName) implements Source {

    /** A file of a user's own, in a graph named after the file. */
    public static RdfSource ofUser(Path file) {
        return new RdfSource(file, NodeFactory.createURI(file.toAbsolutePath().normalize().toUri().toString()));
    }

    @Override
    public void addTo(DatasetGraph dataset) {
        DatasetGraph parsed = parse(file);
        add(parsed.getDefaultGraph(), graphName, dataset);
        parsed.listGraphNodes().forEachRemaining(name -> add(parsed.getGraph(name), name, dataset));
    }

    /** All triples of a file, whatever graph they are in. */
    public static Graph triples(Path file) {
        DatasetGraph parsed = parse(file);
        Graph all = GraphFactory.createDefaultGraph();
        parsed.find().forEachRemaining(quad -> all.add(quad.asTriple()));
        all.getPrefixMapping().setNsPrefixes(parsed.getDefaultGraph().getPrefixMapping());
        return all;
    }

    private static void add(Graph triples, Node name, DatasetGraph dataset) {
        triples.find().forEachRemaining(t -> dataset.add(name, t.getSubject(), t.getPredicate(), t.getObject()));
        triples.getPrefixMapping().getNsPrefixMap().forEach(dataset.prefixes()::add);
    }

    /**
     * Reads a whole file, or tells in one line where it is wrong.
     *
     * @throws SyntaxException when it is no RDF
     * @throws InvalidInputException  when it cannot be opened or its name does not tell the syntax
     */
    public static DatasetGraph parse(Path file) {
        Lang lang = RDFLanguages.pathnameToLang(file.toString());
        boolean isRdf = lang != null && (RDFLanguages.isTriples(lang) || RDFLanguages.isQuads(lang));
        return ConsistentFileReader.read(file, isRdf ? RdfSource::open : Files::newInputStream, in -> {
            if (!isRdf) {
                throw new InvalidInputException(
                        file + ": the name does not tell the RDF syntax; use one of .ttl .nt .nq .trig .rdf"
                                + " .owl .jsonld .rj .trix (and .gz after it)");
            }
            return parse(file, lang, in);
        });
    }

    private static DatasetGraph parse(Path file, Lang lang, InputStream in) {
        DatasetGraph parsed = DatasetGraphFactory.create();
        List<SyntaxException> problems = new ArrayList<>();
        try {
            RDFParser.source(Utf8TextReader.of(in, file.toString(), lang)).lang(lang).base(file.toUri().toString())
                    .context(JsonLdLoaderPolicy.refused())
                    .errorHandler(new FirstProblem(file, problems)).parse(parsed);
            return parsed;
        } catch (SyntaxException e) {
            throw e;
        } catch (RiotException e) {
            throw problems.isEmpty() ? new SyntaxException(file.toString(), 0, 0, Messages.oneLine(e.getMessage()), e)
                    : problems.get(0);
        } catch (RuntimeException e) {
            throw unreadable(file, e);
        }
    }

    private static SyntaxException unreadable(Path file, RuntimeException e) {
        Throwable why = e.getCause() instanceof IOException cause ? cause : e;
        return new SyntaxException(file.toString(), 0, 0,
                "cannot be read: " + Messages.oneLine(String.valueOf(why.getMessage())), e);
    }

    /** A file inside the jar has a path, but no name that the operating system knows. */
    private static InputStream open(Path file) throws IOException {
        if (file.getFileSystem() != FileSystems.getDefault()) {
            return Files.newInputStream(file);
        }
        try {
            return IO.openFile(file.toString());
        } catch (RuntimeIOException e) {
            if (e.getCause() instanceof IOException cause
                    && !(cause instanceof ZipException || cause instanceof EOFException)) {
                throw cause;
            }
            throw unreadable(file, e);
        }
    }

    /** Stops at the first error and remembers its line and column. Warnings are the business of validation. */
    private record FirstProblem(Path file, List<SyntaxException> problems) implements ErrorHandler {
        @Override
        public void warning(String message, long line, long col) {}

        @Override
        public void error(String message, long line, long col) {
            RiotException stop = new RiotException(message);
            problems.add(new SyntaxException(file.toString(), Math.max(line, 0), Math.max(col, 0),
                    Messages.oneLine(message), stop));
            throw stop;
        }

        @Override
        public void fatal(String message, long line, long col) {
            error(message, line, col);
        }
    }
}
