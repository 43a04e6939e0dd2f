package org.secretomegraph.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.secretomegraph.curation.SheetCuration;
import org.secretomegraph.curation.SheetDocs;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.io.AtomicFile;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.io.ProgressListener;
import org.secretomegraph.report.Severity;
import org.secretomegraph.target.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a claim sheet to start from. */
@Command(name = "new-claim-sheet", mixinStandardHelpOptions = true,
        description = "Writes an empty claim sheet: header, what each column may hold, column names, and an example.",
        footer = {"",
                "secretome new-claim-sheet my.tsv                                          empty, with an example",
                "secretome new-claim-sheet --of nervous-system my.tsv                     with the bundled claims",
                "secretome new-claim-sheet --of my --from http://localhost:3030 my.tsv    with those of a server", "",
                "The example is a comment; delete its # to make it a row. An existing file is not overwritten."})
final class NewClaimSheetCommand implements Callable<Integer> {
    private final Services services;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Where to (default: standard output).")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--of", paramLabel = "NAME",
            description = "Write the stored claims of the sheet of this name, for editing.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--from", paramLabel = "STORE",
            description = "Where they are stored: tdb2:DIR or the address of a server (default: the bundled graph).")
    private Optional<String> from = Optional.empty();

    NewClaimSheetCommand(Services services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        if (from.isPresent() && name.isEmpty()) {
            throw new InvalidInputException("--from names a store: say with --of which sheet of it");
        }
        String sheet =
                name.map(this::sheet).orElseGet(() -> new SheetDocs(services.bundledGraph().union()).emptySheet());
        if (file.isPresent()) {
            AtomicFile.create(file.get(), out -> out.write(sheet.getBytes(StandardCharsets.UTF_8)));
            System.err.println("secretome: wrote " + file.get());
            return SecretomeCommand.GOOD;
        }
        StandardStreams.print(sheet);
        return SecretomeCommand.GOOD;
    }

    private String sheet(String name) {
        String where = from.orElse("the bundled graph");
        if (where.startsWith("tdb2:") && !Files.isDirectory(Path.of(where.substring("tdb2:".length())))) {
            throw new InvalidInputException(where + ": there is no such store");
        }
        try (Target target =
                services.target(from, Optional.empty(), true, Severity.VIOLATION, ProgressListener.SILENT)) {
            return new SheetCuration(target, services.clock()).sheet(NamedGraphs.curation(name))
                    .orElseThrow(() -> new InvalidInputException(where + ": holds no claim sheet '"
                            + name + "'; a sheet is named after its file, without .tsv"));
        }
    }
}
