package org.secretomegraph.graph;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/**
 * A file in any RDF syntax that Jena reads, gzip too. Triples go to the given graph; the graphs of TriG and N-Quads keep
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

    private static void add(Graph triples, Node name, DatasetGraph dataset) {
        triples.find().forEachRemaining(t -> dataset.add(name, t.getSubject(), t.getPredicate(), t.getObject()));
        triples.getPrefixMapping().getNsPrefixMap().forEach(dataset.prefixes()::add);
    }

    /** Reads a whole file, or tells in one line where it is wrong. */
    public static DatasetGraph parse(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BadInput(file + ": " + (Files.exists(file) ? "is not a file" : "no such file"));
        }
        Lang lang = RDFLanguages.pathnameToLang(file.getFileName().toString());
        if (lang == null) {
            throw new BadInput(file + ": the name does not tell the RDF syntax; use one of .ttl .nt .nq .trig .rdf"
                    + " .owl .jsonld .rj .trix (and .gz after it)");
        }
        DatasetGraph parsed = DatasetGraphFactory.create();
        List<String> problems = new ArrayList<>();
        try (var in = IO.openFile(file.toString())) {
            RDFParser.source(in).lang(lang).base(file.toUri().toString())
                    .errorHandler(new FirstProblem(file, problems)).parse(parsed);
        } catch (RiotException e) {
            throw new BadInput(problems.isEmpty() ? file + ": " + oneLine(e.getMessage()) : problems.get(0), e);
        } catch (java.io.IOException | RuntimeException e) {
            throw new BadInput(file + ": cannot be read: " + oneLine(String.valueOf(e.getMessage())), e);
        }
        return parsed;
    }

    static String oneLine(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replaceAll("\\s+", " ").strip();
    }

    /** Stops at the first error and remembers its line and column. Warnings are the business of validation. */
    private record FirstProblem(Path file, List<String> problems) implements ErrorHandler {
        @Override
        public void warning(String message, long line, long col) {}

        @Override
        public void error(String message, long line, long col) {
            problems.add(file + (line > 0 ? ":" + line + ":" + col : "") + ": " + oneLine(message));
            throw new RiotException(message);
        }

        @Override
        public void fatal(String message, long line, long col) {
            error(message, line, col);
        }
    }
}
