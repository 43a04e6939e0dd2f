package org.secretomegraph.graph;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.secretomegraph.io.ConsistentFileReader;
import org.secretomegraph.io.Gzip;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.io.SyntaxException;

/**
 * A file in any RDF syntax that Jena reads, gzip too. Triples go to the given graph; the graphs of TriG and N-Quads
 * keep their own names.
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
        Graph all = new BulkGraph();
        parsed.find().forEachRemaining(quad -> all.add(quad.asTriple()));
        all.getPrefixMapping().setNsPrefixes(parsed.getDefaultGraph().getPrefixMapping());
        return all;
    }

    /** The prefixes go to the dataset; its named graphs have none. */
    private static void add(Graph triples, Node name, DatasetGraph dataset) {
        triples.getPrefixMapping().getNsPrefixMap().forEach(dataset.prefixes()::add);
        triples.getPrefixMapping().clearNsPrefixMap();
        if (dataset.containsGraph(name)) {
            triples.find().forEachRemaining(dataset.getGraph(name)::add);
        } else if (!triples.isEmpty()) {
            dataset.addGraph(name, triples);
        }
    }

    /**
     * Reads a whole file; an error is one line with its place.
     *
     * @throws SyntaxException when it is not RDF
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
        DatasetGraph parsed = BulkGraph.dataset();
        try {
            RdfInput.parse(in, lang, file.toString(), parser -> parser.base(file.toUri().toString()),
                    StreamRDFLib.dataset(parsed));
            return parsed;
        } catch (SyntaxException e) {
            throw e;
        } catch (IOException e) {
            throw unreadable(file, new UncheckedIOException(e));
        } catch (RuntimeException e) {
            throw unreadable(file, e);
        }
    }

    private static SyntaxException unreadable(Path file, RuntimeException e) {
        Throwable why = e.getCause() instanceof IOException cause ? cause : e;
        return new SyntaxException(file.toString(), 0, 0,
                "cannot be read: " + oneLine(String.valueOf(why.getMessage())), e);
    }

    /** A file inside the jar has a path, but no name that the operating system knows. */
    private static InputStream open(Path file) throws IOException {
        if (file.getFileSystem() != FileSystems.getDefault()) {
            return Files.newInputStream(file);
        }
        try {
            return file.toString().endsWith(".gz") ? unpacked(file) : IO.openFile(file.toString());
        } catch (RuntimeIOException e) {
            if (e.getCause() instanceof IOException cause
                    && !(cause instanceof ZipException || cause instanceof EOFException)) {
                throw cause;
            }
            throw unreadable(file, e);
        }
    }

    private static InputStream unpacked(Path file) throws IOException {
        InputStream packed = Files.newInputStream(file);
        try {
            return Gzip.unpacked(packed);
        } catch (ZipException e) {
            packed.close();
            throw unreadable(file, new UncheckedIOException(e));
        }
    }

    static String oneLine(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replaceAll("\\s+", " ")
                .strip();
    }
}
