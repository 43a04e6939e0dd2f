package org.secretomegraph.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Node;
import org.secretomegraph.curation.CurationResult;
import org.secretomegraph.curation.SheetCuration;
import org.secretomegraph.curation.SheetDiff;
import org.secretomegraph.curation.SheetLoader;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.io.ProgressListener;
import org.secretomegraph.report.Severity;
import org.secretomegraph.report.ValidationResult;
import org.secretomegraph.target.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a claim sheet to a target, unless the shapes refuse it, and reports what it changes. */
@Command(name = "curate", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Replaces a claim sheet in a store, or reports what that would change.",
        footer = {"", "secretome curate my.tsv --dry-run                    compared with the bundled graph",
                "secretome curate my.tsv --into tdb2:db               into a store on this machine",
                "secretome curate my.tsv --into http://localhost:3030 into a running server", "",
                "Each sheet has a graph of its own, named after the file. All of the sheet is written, or nothing."},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:written, or it could be", "1:the sheet was refused",
                "2:the file or the store cannot be used, or the command line was wrong"})
final class CurateCommand implements Callable<Integer> {
    private static final int MAX_KEYS = 20;

    private final Services services;

    @Parameters(paramLabel = "FILE.tsv", description = "The claim sheet.")
    private Path file;

    @Option(names = "--into", paramLabel = "STORE",
            description = "tdb2:DIR or a server's address (default: the bundled graph, which can only be compared with).")
    private Optional<String> into = Optional.empty();

    @Option(names = "--dry-run", description = "Report what would change; change nothing.")
    private boolean dryRun;

    @Option(names = "--as", paramLabel = "NAME",
            description = "The sheet's name in the store (default: the file's name).")
    private Optional<String> name = Optional.empty();

    @Option(names = "--user", paramLabel = "NAME",
            description = "The user who writes to the server; the password is prompted for, or taken from SECRETOME_PASSWORD.")
    private Optional<String> user = Optional.empty();

    @Mixin
    private FindingOptions findings;

    CurateCommand(Services services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        if (into.isEmpty() && !dryRun) {
            throw new InvalidInputException(
                    "the bundled graph cannot be written: name a store with --into, or ask with --dry-run");
        }
        Node graph = name.map(NamedGraphs::curation).orElseGet(() -> SheetLoader.graphOf(file));
        try (Target target = services.target(into, user, dryRun, findings.failOn(), ProgressListener.SILENT)) {
            SheetCuration curation = new SheetCuration(target, services.clock());
            CurationResult result = dryRun ? curation.dryRun(file, graph) : curation.write(file, graph);
            report(result);
            return result.accepted() ? SecretomeCommand.GOOD : SecretomeCommand.REFUSED;
        }
    }

    /**
     * When a sheet was written, that it could not be reported is no failure of the write: the exit code and one line on
     * stderr state what was written.
     */
    private void report(CurationResult curated) {
        try {
            findings.print(curated.validation());
            printSummary(curated);
        } catch (OutputException e) {
            if (dryRun) {
                throw e;
            }
            System.err.println("secretome: " + file + ": " + (curated.accepted() ? "the sheet was written"
                    : "the sheet was refused and nothing was changed")
                    + "; only the report could not be printed completely; is the disk full?");
        }
    }

    /** With the findings when they are text; on stderr when a program reads them. */
    private void printSummary(CurationResult curated) {
        if (findings.isText()) {
            StandardStreams.print(out -> printSummary(curated, out));
        } else {
            printSummary(curated, System.err);
        }
        System.err.println(summary(curated.validation()));
    }

    private void printSummary(CurationResult curated, PrintStream out) {
        boolean written = curated.accepted() && !dryRun;
        SheetDiff changes = curated.changes();
        out.println((curated.accepted() ? dryRun ? "good: it would be written; " : "written: "
                : "refused: nothing was changed; ")
                + changes + (written ? "" : dryRun && curated.accepted() ? "" : " if it were accepted"));
        printKeys(out, "+", changes.added());
        printKeys(out, "~", changes.changed());
        printKeys(out, "-", changes.removed());
    }

    private static void printKeys(PrintStream out, String sign, List<String> keys) {
        keys.stream().limit(MAX_KEYS).forEach(key -> out.println("  " + sign + " " + key));
        if (keys.size() > MAX_KEYS) {
            out.println("  " + sign + " and " + (keys.size() - MAX_KEYS) + " more");
        }
    }

    private static String summary(ValidationResult result) {
        return FindingOptions.counted(result.count(Severity.VIOLATION), "violation") + ", "
                + FindingOptions.counted(result.count(Severity.WARNING), "warning") + ", "
                + result.count(Severity.INFO) + " info";
    }
}
