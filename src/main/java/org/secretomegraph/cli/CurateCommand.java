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

/** Brings a claim sheet into a store, if the rules let it, and says what it changes. */
@Command(name = "curate", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Writes a claim sheet in place of what the store held of it, or says what that would change.",
        footer = {"", "secretome curate my.tsv --dry-run                    compared with the bundled graph",
                "secretome curate my.tsv --into tdb2:db               into a store on this machine",
                "secretome curate my.tsv --into http://localhost:3030 into a running server", "",
                "The store keeps a sheet in a graph named after the file. All of the sheet is written, or nothing."},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:written, or it could be", "1:the sheet was refused",
                "2:the file or the store cannot be used, or the command line was wrong"})
final class CurateCommand implements Callable<Integer> {
    private static final int KEYS_AT_MOST = 20;

    private final Services services;

    @Parameters(paramLabel = "FILE.tsv", description = "The claim sheet.")
    private Path file;

    @Option(names = "--into", paramLabel = "STORE",
            description = "tdb2:DIR or a server's address (default: the bundled graph, which can only be compared with).")
    private Optional<String> into = Optional.empty();

    @Option(names = "--dry-run", description = "Say what would change, and change nothing.")
    private boolean dryRun;

    @Option(names = "--as", paramLabel = "NAME",
            description = "The sheet's name in the store (default: the file's name).")
    private Optional<String> name = Optional.empty();

    @Option(names = "--user", paramLabel = "NAME",
            description = "Who writes to the server; the password is asked for, or taken from SECRETOME_PASSWORD.")
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

    /** What was written is written, whether or not it can be told: then the exit code and one line on stderr say so. */
    private void report(CurationResult curated) {
        try {
            findings.print(curated.judgement());
            say(curated);
        } catch (OutputException e) {
            if (dryRun) {
                throw e;
            }
            System.err.println("secretome: " + file + ": " + (curated.accepted() ? "the sheet was written"
                    : "the sheet was refused and nothing was changed")
                    + "; only the report could not be printed to its end; "
                    + "is the disk full?");
        }
    }

    /** With the findings when people read them; beside them when a program does. */
    private void say(CurationResult curated) {
        if (findings.isText()) {
            StandardStreams.print(out -> say(curated, out));
        } else {
            say(curated, System.err);
        }
        System.err.println(summary(curated.judgement()));
    }

    private void say(CurationResult curated, PrintStream out) {
        boolean written = curated.accepted() && !dryRun;
        SheetDiff changes = curated.changes();
        out.println((curated.accepted() ? dryRun ? "good: it would be written; " : "written: "
                : "refused: nothing was changed; ")
                + changes + (written ? "" : dryRun && curated.accepted() ? "" : " if it were accepted"));
        keys(out, "+", changes.added());
        keys(out, "~", changes.changed());
        keys(out, "-", changes.removed());
    }

    private static void keys(PrintStream out, String sign, List<String> keys) {
        keys.stream().limit(KEYS_AT_MOST).forEach(key -> out.println("  " + sign + " " + key));
        if (keys.size() > KEYS_AT_MOST) {
            out.println("  " + sign + " and " + (keys.size() - KEYS_AT_MOST) + " more");
        }
    }

    private static String summary(ValidationResult judgement) {
        return FindingOptions.counted(judgement.count(Severity.VIOLATION), "violation") + ", "
                + FindingOptions.counted(judgement.count(Severity.WARNING), "warning") + ", "
                + judgement.count(Severity.INFO) + " info";
    }
}
