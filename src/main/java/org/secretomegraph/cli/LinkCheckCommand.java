package org.secretomegraph.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.linking.check.CheckedFile;
import org.secretomegraph.linking.check.IdentifierCheck;
import org.secretomegraph.linking.release.OntologyRelease;
import org.secretomegraph.linking.standing.StandingCheck;
import org.secretomegraph.linking.standing.StandingList;
import org.secretomegraph.linking.standing.StandingListReader;
import org.secretomegraph.linking.standing.StandingTable;
import org.secretomegraph.report.Severity;
import org.secretomegraph.report.ValidationResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds identifiers that are wrong or obsolete. */
@Command(name = "check", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Checks every identifier of other ontologies: form, existence, label, kind; and, with --standing,"
                + " whether claims and direct links rest on retracted publications.",
        footer = {"",
                "Without FILE: the bundled ontology, claims and mappings. A table (.tsv) is checked in every column",
                "that has a column of labels beside it; anything else is read as RDF. With --against, identifiers of other",
                "ontologies than those given are checked for their form only, and counted.", "",
                "A list of --standing is a text with PMID:1,PMCID:PMC1 on each line, or the CSV of Retraction Watch.",
                "",
                "  secretome link check --against cl.owl --against go.obo.gz my-claims.tsv",
                "  secretome link check --standing retraction_watch.csv"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing as bad as --fail-on", "1:an identifier is wrong, or a publication is retracted",
                "2:a file cannot be opened, or the command line was wrong"})
final class LinkCheckCommand implements Callable<Integer> {
    private final Services services;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "What to check.")
    private List<Path> files = List.of();

    @Option(names = "--against", paramLabel = "FILE", description = "A release to check against, in any format that"
            + " 'link extract' reads; may be repeated (default: the bundled slices).")
    private List<Path> against = List.of();

    @Option(names = "--standing", paramLabel = "LIST",
            description = "A list of retracted publications, gzip or not: find"
                    + " the claims, imported records and direct links that rest on one; may be repeated.")
    private List<Path> standing = List.of();

    @Option(names = "--record", paramLabel = "FILE",
            description = "Write there how each publication stands that the lists"
                    + " can name: a table such as ontology/standing.tsv.")
    private Optional<Path> record = Optional.empty();

    @Mixin
    private FindingOptions findings;

    LinkCheckCommand(Services services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        TerminalProgress progress = new TerminalProgress();
        List<CheckedFile> checked = files.isEmpty() ? services.filesWithIdentifiers()
                : files.stream().map(CheckedFile::of).toList();
        List<OntologyRelease> releases = against.stream().map(file -> OntologyRelease.open(file, progress)).toList();
        List<StandingList> lists = standing.stream().map(file -> StandingListReader.read(file, progress)).toList();
        if (record.isPresent() && lists.isEmpty()) {
            throw new InvalidInputException("--record writes what lists say; name one with --standing");
        }
        IdentifierCheck.Result check = IdentifierCheck.of(checked, services.bundledGraph(), releases);
        progress.done();
        check.notes().forEach(note -> System.err.println("note: " + note));
        ValidationResult result = lists.isEmpty() ? check.judgement() : withStandings(check, checked, lists);
        findings.print(result);
        System.err.println(summary(result, check.unchecked(), checked.size()));
        return result.passes(findings.failOn()) ? SecretomeCommand.GOOD : SecretomeCommand.REFUSED;
    }

    private ValidationResult withStandings(IdentifierCheck.Result check, List<CheckedFile> checked,
            List<StandingList> lists) {
        Graph bundled = services.bundledGraph().union();
        StandingCheck.Result standings = StandingCheck.of(checked, files.isEmpty() ? Optional.of(bundled)
                : Optional.empty(), bundled, lists);
        record.ifPresent(file -> new StandingTable(file).write(standings.standings(),
                LocalDate.now(ZoneId.systemDefault())));
        System.err.println("publications: " + standings.summary(lists));
        return ValidationResult.sorted(Stream.concat(check.judgement().findings().stream(),
                standings.findings().stream()).toList(), check.judgement().checked());
    }

    private String summary(ValidationResult result, Map<String, Integer> uncheckedPrefixes, int count) {
        String unchecked = uncheckedPrefixes.entrySet().stream().map(e -> e.getKey() + " (" + e.getValue() + ")")
                .collect(Collectors.joining(", "));
        return (result.passes(findings.failOn()) ? "good" : "refused") + ": " + count
                + (count == 1 ? " file, " : " files, ")
                + result.checked() + " identifiers, " + result.count(Severity.VIOLATION) + " violations, "
                + result.count(Severity.WARNING) + " warnings"
                + (unchecked.isEmpty() ? "" : "; checked for their form only: " + unchecked);
    }
}
