package org.secretomegraph.release;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.secretomegraph.graph.BulkGraph;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.io.AtomicFile;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.release.export.ExportFile;
import org.secretomegraph.release.export.ExportFormat;
import org.secretomegraph.vocab.Prefixes;

/** The files of a release. */
public final class Release {
    private final DatasetGraph dataset;
    private final Path folder;

    private Release(DatasetGraph dataset, Path folder) {
        this.dataset = dataset;
        this.folder = folder;
    }

    /**
     * Writes {@code scso-full.ttl} (the ontology with its slices, for reasoners), {@code secretome-graph.nq.gz} (every
     * quad, sorted), the graph in the formats of other tools ({@link ExportFormat}), {@code standing.txt} (how many of the
     * cited publications are retracted, and by which list), {@code error-rate.txt} (how often a second reader found the
     * claims wrong), and {@code SHA256SUMS}.
     *
     * @param readings the table of the second reading
     * @return the files, in that order
     */
    public static List<Path> write(Snapshot snapshot, Path readings, Path folder) {
        try {
            Files.createDirectories(folder);
            Release release = new Release(snapshot.dataset(), folder);
            List<Path> files = new ArrayList<>(List.of(release.ontology(), release.quads()));
            for (ExportFormat format : ExportFormat.values()) {
                for (ExportFile file : format.of(snapshot).files()) {
                    files.add(release.written(file.name(),
                            out -> out.write(file.text().getBytes(StandardCharsets.UTF_8))));
                }
            }
            files.add(release.written("standing.txt", out -> out.write(
                    StandingStatement.of(snapshot.union()).getBytes(StandardCharsets.UTF_8))));
            files.add(release.written("error-rate.txt", out -> out.write(
                    SecondReading.of(readings).text().getBytes(StandardCharsets.UTF_8))));
            files.add(release.checksums(files));
            return files;
        } catch (IOException e) {
            throw new InvalidInputException(folder + ": no release can be written there: " + e.getMessage(), e);
        }
    }

    private Path written(String name, AtomicFile.Content content) {
        Path file = folder.resolve(name);
        AtomicFile.replace(file, content);
        return file;
    }

    /** One ontology: the slices' own headers would make it several, which reasoners refuse. */
    private Path ontology() {
        Graph whole = new BulkGraph();
        Iter.asStream(dataset.listGraphNodes())
                .filter(name -> name.equals(NamedGraphs.ONTOLOGY) || NamedGraphs.isSlice(name))
                .forEach(name -> addTerms(dataset.getGraph(name), name.equals(NamedGraphs.ONTOLOGY), whole));
        Prefixes.standard().forEach((prefix, iri) -> whole.getPrefixMapping().setNsPrefix(prefix, iri));
        return written("scso-full.ttl", out -> RDFWriter.source(whole).format(RDFFormat.TURTLE_BLOCKS).output(out));
    }

    private static void addTerms(Graph from, boolean isOurs, Graph whole) {
        List<Node> headers = isOurs ? List.of() : from.stream(Node.ANY, RDF.type.asNode(), OWL2.Ontology.asNode())
                .map(t -> t.getSubject()).toList();
        from.stream().filter(t -> !headers.contains(t.getSubject()))
                .filter(t -> !t.getPredicate().equals(OWL2.imports.asNode())).forEach(whole::add);
    }

    private Path quads() {
        try (Stream<Quad> quads = dataset.stream()) {
            List<String> lines = quads.filter(q -> !q.isDefaultGraph()).map(Release::line).sorted().toList();
            return written("secretome-graph.nq.gz", out -> zip(lines, out));
        }
    }

    private static void zip(List<String> lines, OutputStream to) throws IOException {
        try (OutputStream out = new GZIPOutputStream(to)) {
            for (String line : lines) {
                out.write(line.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static String line(Quad q) {
        return NodeFmtLib.strNT(q.getSubject()) + " " + NodeFmtLib.strNT(q.getPredicate()) + " "
                + NodeFmtLib.strNT(q.getObject()) + " " + NodeFmtLib.strNT(q.getGraph()) + " .\n";
    }

    private Path checksums(List<Path> files) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Path file : files) {
            lines.append(HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(file)))).append("  ")
                    .append(file.getFileName()).append('\n');
        }
        return written("SHA256SUMS", out -> out.write(lines.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
