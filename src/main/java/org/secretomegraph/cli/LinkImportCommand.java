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

/** Imports data of other databases into a store or an RDF file. */
@Command(name = "import", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Imports data of another database, as claims with their provenance.",
        footer = {"", "  secretome link import --format gaf goa_human.gaf.gz --into tdb2:db",
                "  secretome link import --format clinicaltrials ctg-studies.json --out trials.trig", "",
                "Each file goes into a graph of its own, whole or not at all. Rows about genes, products and interventions that",
                "the graph does not know are skipped, unless --all is given; what is skipped, and why, is reported."},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:imported, or it could be", "1:a file was refused; those before it stay imported",
                "2:a file or the store cannot be used, or the command line was wrong"})
final class LinkImportCommand implements Callable<Integer> {
    /** Warnings and notes of one rule can be thousands of the same kind: text shows this many of each. */
    private static final int MAX_SHOWN_PER_RULE = 5;

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

    @Option(names = "--dry-run", description = "Report what would be imported; change nothing.")
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
            description = "The user who writes to the server; the password is prompted for, or taken from SECRETOME_PASSWORD.")
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
            List<Importer> importers = Importers.of(request, ImportTerms.of(run.existing()));
            List<ImportResult> results = new ArrayList<>();
            if (out.isPresent()) {
                results.add(new RdfFileTarget(out.get(), failOn).write(importers, dryRun));
            } else {
                for (Importer importer : importers) {
                    results.add(dryRun ? run.dryRun(importer) : run.write(importer));
                    if (!results.get(results.size() - 1).accepted()) {
                        break;
                    }
                }
            }
            progress.done();
            return print(results, importers);
        }
    }

    private static void checkAddress(String option, Optional<String> address) {
        address.filter(a -> !a.matches("https?://[^\\s<>\"{}|^`\\\\]+")).ifPresent(a -> {
            throw new InvalidInputException(option + " " + a + ": not a web address");
        });
    }

    private int print(List<ImportResult> results, List<Importer> importers) {
        List<Finding> findings = results.stream().flatMap(o -> o.validation().findings().stream()).toList();
        ValidationResult printed = new ValidationResult(report == ReportFormat.TEXT ? shown(findings) : findings,
                results.stream().mapToInt(o -> o.validation().checked()).sum());
        String summaries = IntStream.range(0, results.size()).mapToObj(i -> summary(results.get(i),
                out.isPresent() ? out.get().toString() : importers.get(i).name()) + System.lineSeparator())
                .collect(Collectors.joining());
        StandardStreams.print(stdout -> report.write(printed, failOn, stdout));
        if (report == ReportFormat.TEXT) {
            StandardStreams.print(summaries);
        } else {
            StandardStreams.stderr().append(summaries).flush();
        }
        missing.ifPresent(file -> writeMissing(file, results));
        return results.stream().allMatch(ImportResult::accepted) ? SecretomeCommand.GOOD : SecretomeCommand.REFUSED;
    }

    /** All violations, and some of the lesser findings of each rule. */
    private List<Finding> shown(List<Finding> findings) {
        Map<String, Integer> count = new HashMap<>();
        List<Finding> shown = findings.stream().filter(f -> f.severity().isAtLeast(failOn)
                || f.severity() == Severity.VIOLATION || count.merge(f.rule(), 1, Integer::sum) <= MAX_SHOWN_PER_RULE)
                .toList();
        count.forEach((rule, number) -> {
            if (number > MAX_SHOWN_PER_RULE) {
                System.err.println((number - MAX_SHOWN_PER_RULE) + " more of " + rule.replaceFirst("^.*[/#]", "")
                        + "; --report json shows them all");
            }
        });
        return shown;
    }

    private String summary(ImportResult result, String name) {
        Importer.Reading reading = result.reading();
        String what = FindingOptions.counted(reading.claims(), "claim") + " of "
                + FindingOptions.counted(reading.rows(), "row")
                + ", " + FindingOptions.counted(result.triples(), "triple");
        return name + ": " + (!result.accepted() ? "refused, nothing was changed; it would make " + what
                : dryRun ? "good, it would make " + what : "imported, " + what);
    }

    private static void writeMissing(Path file, List<ImportResult> results) {
        TreeSet<String> terms = new TreeSet<>();
        results.forEach(o -> terms.addAll(o.reading().missing()));
        AtomicFile.replace(file, String.join("\n", terms).concat(terms.isEmpty() ? "" : "\n"));
    }
}
