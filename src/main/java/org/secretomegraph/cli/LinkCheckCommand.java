package org.secretomegraph.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.secretomegraph.linking.check.CheckedFile;
import org.secretomegraph.linking.check.IdentifierCheck;
import org.secretomegraph.linking.release.OntologyRelease;
import org.secretomegraph.report.Severity;
import org.secretomegraph.report.ValidationResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds identifiers that are wrong or obsolete. */
@Command(name = "check", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Checks every identifier of other ontologies: form, existence, label, kind.",
        footer = {"",
                "Without FILE: the bundled ontology, claims and mappings. A table (.tsv) is checked in every column",
                "that has a column of labels beside it; anything else is read as RDF. With --against, identifiers of other",
                "ontologies than those given are checked for their form only, and counted.", "",
                "  secretome link check --against cl.owl --against go.obo.gz my-claims.tsv"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing as bad as --fail-on", "1:an identifier is wrong",
                "2:a file cannot be opened, or the command line was wrong"})
final class LinkCheckCommand implements Callable<Integer> {
    private final Services services;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "What to check.")
    private List<Path> files = List.of();

    @Option(names = "--against", paramLabel = "FILE", description = "A release to check against, in any format that"
            + " 'link extract' reads; may be repeated (default: the bundled slices).")
    private List<Path> against = List.of();

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
        IdentifierCheck.Result check = IdentifierCheck.of(checked, services.bundledGraph(), releases);
        progress.done();
        check.notes().forEach(note -> System.err.println("note: " + note));
        ValidationResult result = check.judgement();
        findings.print(result);
        System.err.println(summary(check, checked.size()));
        return result.passes(findings.failOn()) ? SecretomeCommand.GOOD : SecretomeCommand.REFUSED;
    }

    private String summary(IdentifierCheck.Result check, int count) {
        ValidationResult result = check.judgement();
        String unchecked = check.unchecked().entrySet().stream().map(e -> e.getKey() + " (" + e.getValue() + ")")
                .collect(Collectors.joining(", "));
        return (result.passes(findings.failOn()) ? "good" : "refused") + ": " + count
                + (count == 1 ? " file, " : " files, ")
                + result.checked() + " identifiers, " + result.count(Severity.VIOLATION) + " violations, "
                + result.count(Severity.WARNING) + " warnings"
                + (unchecked.isEmpty() ? "" : "; checked for their form only: " + unchecked);
    }
}
