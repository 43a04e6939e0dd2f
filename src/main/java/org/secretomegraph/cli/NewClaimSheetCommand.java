package org.secretomegraph.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.secretomegraph.curation.SheetGuide;
import org.secretomegraph.graph.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives a curator a sheet to begin with. */
@Command(name = "new-claim-sheet", mixinStandardHelpOptions = true,
        description = "Writes an empty claim sheet: header, what each column may hold, column names, and an example.",
        footer = {"", "The example is a comment; delete its # to make it a row. A file that is there already is not touched."})
final class NewClaimSheetCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Where to (default: standard output).")
    private Optional<Path> file = Optional.empty();

    NewClaimSheetCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() {
        String sheet = new SheetGuide(wiring.bundledGraph().union()).emptySheet();
        if (file.isPresent()) {
            WholeFile.create(file.get(), out -> out.write(sheet.getBytes(StandardCharsets.UTF_8)));
            System.err.println("secretome: wrote " + file.get());
            return SecretomeCommand.GOOD;
        }
        Output.print(sheet);
        return SecretomeCommand.GOOD;
    }
}
