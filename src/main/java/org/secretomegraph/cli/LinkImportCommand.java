package org.secretomegraph.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.secretomegraph.importing.ImportRun;
import org.secretomegraph.importing.Importers;
import org.secretomegraph.importing.RdfFileTarget;
import org.secretomegraph.importing.record.ImportFormat;
import org.secretomegraph.importing.record.ImportRequest;
import org.secretomegraph.importing.record.ImportResult;
import org.secretomegraph.importing.record.ImportTerms;
import org.secretomegraph.importing.record.Importer;
import org.secretomegraph.io.AtomicFile;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.ReportFormat;
import org.secretomegraph.report.Severity;
import org.secretomegraph.report.ValidationResult;
import org.secretomegraph.target.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings data of other databases into a store or an RDF file. */
@Command(name = "import", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Brings data of another database in, as claims with their provenance.",
        footer = {"", "  secretome link import --format gaf goa_human.gaf.gz --into tdb2:db",
                "  secretome link import --format clinicaltrials ctg-studies.json --out trials.trig", "",
                "Each file goes into a graph of its own, whole or not at all. Rows about genes, products and interventions that",
                "the graph does not know are left out, unless --all is given; what is left out, and why, is told."},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:imported, or it could be", "1:a file was refused; those before it stay imported",
                "2:a file or the store cannot be used, or the command line was wrong"})
final class LinkImportCommand implements Callable<Integer> {
    /** Lesser findings are alike in thousands: of each rule so many are shown in text. */
    private static final int SHOWN_OF_A_RULE = 5;

    private final Services services;

    @Option(names = "--format", required = true, description = "${COMPLETION-CANDIDATES}.")
    private ImportFormat format;

    @Parameters(paramLabel = "FILE", arity = "1..*",
            description = "What was downloaded, gzip or not. Of Vesiclepedia and"
                    + " ExoCarta: tables of cargo and the table of experiments. Of ClinicalTrials.gov: a file, a zip or a folder.")
    private List<Path> files;

    @Option(names = "--into", paramLabel = "STORE", description = "tdb2:DIR or a server's address.")
    private Optional<String> into = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE",
            description = "An RDF file instead: .trig, .nq, .ttl or .nt. The shapes do"
                    + " not judge it; secretome validate does.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--dry-run", description = "Say what would be imported, and change nothing.")
    private boolean dryRun;

    @Option(names = "--all",
            description = "Import also what is about genes, products and interventions that the graph does"
                    + " not know.")
    private boolean all;

    @Option(names = "--source", paramLabel = "URL",
            description = "Where the files were downloaded (default: the publisher's"
                    + " page).")
    private Optional<String> source = Optional.empty();

    @Option(names = "--licence", paramLabel = "URL",
            description = "The licence of the data (default: what the publisher"
                    + " states, if it states one).")
    private Optional<String> licence = Optional.empty();

    @Option(names = "--missing", paramLabel = "FILE",
            description = "Write the list of terms that the graph does not hold,"
                    + " for secretome link extract --terms.")
    private Optional<Path> missing = Optional.empty();

    @Option(names = "--user", paramLabel = "NAME",
            description = "Who writes to the server; the password is asked for, or taken from SECRETOME_PASSWORD.")
    private Optional<String> user = Optional.empty();

    @Option(names = "--report", defaultValue = "text",
            description = "Of the findings: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ReportFormat report;

    @Option(names = "--fail-on", defaultValue = "violation",
            description = "Refuse from this severity on: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Severity failOn;

    LinkImportCommand(Services services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        if (into.isPresent() && out.isPresent()) {
            throw new InvalidInputException("--into and --out cannot go together: import twice");
        }
        if (into.isEmpty() && out.isEmpty() && !dryRun) {
            throw new InvalidInputException("the bundled graph cannot be written: name a store with --into or a file"
                    + " with --out, or ask with --dry-run");
        }
        checkAddress("--source", source);
        checkAddress("--licence", licence);
        TerminalProgress progress = new TerminalProgress();
        ImportRequest request = new ImportRequest(format, files, all, source, licence, Clock.systemUTC(), progress);
        try (Target target = services.target(into, user, dryRun || out.isPresent(), failOn, progress::step)) {
            ImportRun run = new ImportRun(target);
            List<Importer> intakes = Importers.of(request, ImportTerms.of(run.existing()));
            List<ImportResult> outcomes = new ArrayList<>();
            if (out.isPresent()) {
                outcomes.add(new RdfFileTarget(out.get(), failOn).write(intakes, dryRun));
            } else {
                for (Importer intake : intakes) {
                    outcomes.add(dryRun ? run.dryRun(intake) : run.write(intake));
                    if (!outcomes.get(outcomes.size() - 1).accepted()) {
                        break;
                    }
                }
            }
            progress.done();
            return tell(outcomes, intakes);
        }
    }

    private static void checkAddress(String option, Optional<String> address) {
        address.filter(a -> !a.matches("https?://[^\\s<>\"{}|^`\\\\]+")).ifPresent(a -> {
            throw new InvalidInputException(option + " " + a + ": is no web address");
        });
    }

    private int tell(List<ImportResult> outcomes, List<Importer> intakes) {
        List<Finding> findings = outcomes.stream().flatMap(o -> o.validation().findings().stream()).toList();
        ValidationResult judgement = new ValidationResult(report == ReportFormat.TEXT ? shown(findings) : findings,
                outcomes.stream().mapToInt(o -> o.validation().checked()).sum());
        String said = IntStream.range(0, outcomes.size()).mapToObj(i -> summary(outcomes.get(i),
                out.isPresent() ? out.get().toString() : intakes.get(i).name()) + System.lineSeparator())
                .collect(Collectors.joining());
        StandardStreams.print(stdout -> report.write(judgement, failOn, stdout));
        if (report == ReportFormat.TEXT) {
            StandardStreams.print(said);
        } else {
            StandardStreams.stderr().append(said).flush();
        }
        missing.ifPresent(file -> writeMissing(file, outcomes));
        return outcomes.stream().allMatch(ImportResult::accepted) ? SecretomeCommand.GOOD : SecretomeCommand.REFUSED;
    }

    /** All violations, and of the lesser findings a few of each rule. */
    private List<Finding> shown(List<Finding> findings) {
        Map<String, Integer> count = new HashMap<>();
        List<Finding> shown = findings.stream().filter(f -> f.severity().isAtLeast(failOn)
                || f.severity() == Severity.VIOLATION || count.merge(f.rule(), 1, Integer::sum) <= SHOWN_OF_A_RULE)
                .toList();
        count.forEach((rule, n) -> {
            if (n > SHOWN_OF_A_RULE) {
                System.err.println((n - SHOWN_OF_A_RULE) + " more of " + rule.replaceFirst("^.*[/#]", "")
                        + "; --report json shows them all");
            }
        });
        return shown;
    }

    private String summary(ImportResult outcome, String name) {
        Importer.Reading reading = outcome.reading();
        String what = FindingOptions.counted(reading.claims(), "claim") + " of "
                + FindingOptions.counted(reading.rows(), "row")
                + ", " + FindingOptions.counted(outcome.triples(), "triple");
        return name + ": " + (!outcome.accepted() ? "refused, nothing was changed; it would make " + what
                : dryRun ? "good, it would make " + what : "imported, " + what);
    }

    private static void writeMissing(Path file, List<ImportResult> outcomes) {
        TreeSet<String> terms = new TreeSet<>();
        outcomes.forEach(o -> terms.addAll(o.reading().missing()));
        AtomicFile.replace(file, String.join("\n", terms).concat(terms.isEmpty() ? "" : "\n"));
    }
}
