package org.secretomegraph.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.io.AtomicFile;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.release.export.ExportFile;
import org.secretomegraph.release.export.ExportFormat;
import org.secretomegraph.release.export.ExportResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the graph in the format of another tool. */
@Command(name = "export", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Writes the graph in another tool's format: KGX for graph loaders, SSSOM for mapping tools,"
                + " OBO Graphs for ontology tools, nanopublications, JSON-LD in schema.org's words.",
        footer = {"", "secretome link export --format kgx --out target/kgx",
                "secretome link export --format sssom > mappings.sssom.tsv"})
final class LinkExportCommand implements Callable<Integer> {
    private final Services services;

    @Option(names = {"-f", "--format"}, required = true, description = "${COMPLETION-CANDIDATES}.")
    private ExportFormat format;

    @Option(names = {"-o", "--out"}, paramLabel = "DIR|FILE",
            description = "A folder, or the file when the format makes"
                    + " just one; without it, that file goes to stdout.")
    private Path out;

    @Option(names = "--data", arity = "1..*", paramLabel = "FILE",
            description = "Export these files (RDF in any syntax, gzip too) instead of the bundled graph.")
    private List<Path> data = List.of();

    LinkExportCommand(Services services) {
        this.services = services;
    }

    @Override
    public Integer call() throws IOException {
        if (out == null && format == ExportFormat.KGX) {
            throw new InvalidInputException("kgx makes two files; give a folder for them with --out");
        }
        Snapshot snapshot = data.isEmpty() ? services.bundledGraph() : services.graphOf(data);
        ExportResult exported = format.of(snapshot);
        if (out == null) {
            StandardStreams.print(exported.files().get(0).text());
        } else {
            write(exported.files());
        }
        exported.notes().forEach(note -> System.err.println("secretome: " + note));
        return SecretomeCommand.GOOD;
    }

    /** Several files need a folder; a single file goes into an existing folder, or is the file that was named. */
    private void write(List<ExportFile> files) throws IOException {
        boolean folder = files.size() > 1 || Files.isDirectory(out);
        if (files.size() > 1 && Files.exists(out) && !Files.isDirectory(out)) {
            throw new InvalidInputException(
                    out + ": " + format + " makes " + files.size() + " files and needs a folder");
        }
        if (folder) {
            Files.createDirectories(out);
        }
        for (ExportFile file : files) {
            Path to = folder ? out.resolve(file.name()) : out;
            AtomicFile.replace(to, file.text());
            if (!AtomicFile.isStream(to)) {
                System.out.println(to);
            }
        }
    }
}
