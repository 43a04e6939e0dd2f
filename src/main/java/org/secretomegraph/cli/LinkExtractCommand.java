package org.secretomegraph.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.secretomegraph.io.AtomicFile;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.linking.release.OntologyRelease;
import org.secretomegraph.linking.slice.SeedTerm;
import org.secretomegraph.linking.slice.SliceExtractor;
import org.secretomegraph.linking.slice.TermUsage;
import org.secretomegraph.report.ReportFormat;
import org.secretomegraph.report.Severity;
import org.secretomegraph.report.ValidationResult;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Creates or refreshes a slice of an ontology. */
@Command(name = "extract", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Creates or refreshes a slice of an ontology from an official release.",
        footer = {"",
                "The release may be OBO, OBO Graphs JSON, OWL in RDF/XML or Turtle, gzip or not: the content tells.",
                "Slices are laid out so that 'diff' between an old and a new one can be read. Findings go to stderr, the",
                "slice to stdout or --out. Nothing is written while a term is unknown to the release.", "",
                "  secretome link extract --from cl.owl --used --out ontology/imports/cl.ttl"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the slice was written", "1:a term is unknown to the release",
                "2:a file cannot be read, or the command line was wrong"})
final class LinkExtractCommand implements Callable<Integer> {
    private final Services services;

    @Option(names = "--from", required = true, paramLabel = "FILE", description = "The release.")
    private Path from;

    @ArgGroup(exclusive = false, multiplicity = "1")
    private Seeds seeds;

    @Option(names = "--ancestors", paramLabel = "ROOT",
            description = "Take ancestors by is-a and part-of only up to this"
                    + " term; may be repeated. Default: up to the roots.")
    private List<String> ancestors = List.of();

    @Option(names = "--source", paramLabel = "URL", description = "Where the release was found, for the slice's header;"
            + " may be repeated.")
    private List<String> sources = List.of();

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write the slice (default: standard output).")
    private Path out;

    @Option(names = {"-f", "--format"}, defaultValue = "text",
            description = "Of the findings: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ReportFormat format;

    /** One of the two, or both. */
    private static final class Seeds {
        @Option(names = "--terms", paramLabel = "FILE",
                description = "The terms to take: one CURIE or IRI a line.")
        private Path terms;

        @Option(names = "--used", description = "Take the terms that the bundled graph uses.")
        private boolean used;
    }

    LinkExtractCommand(Services services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        TerminalProgress progress = new TerminalProgress();
        SliceExtractor extractor =
                new SliceExtractor(OntologyRelease.open(from, progress), new TermUsage(services.bundledGraph()));
        List<SeedTerm> terms = new ArrayList<>(seeds.terms == null ? List.of() : SeedTerm.list(seeds.terms));
        if (seeds.used) {
            terms.addAll(extractor.used());
        }
        SliceExtractor.Result result = extractor.slice(terms, roots(), sources);
        progress.done();
        extractor.note().ifPresent(note -> System.err.println("note: " + note));
        format.write(new ValidationResult(result.findings(), result.terms()), Severity.VIOLATION,
                StandardStreams.stderr());
        if (result.text().isEmpty()) {
            System.err.println("refused: nothing was written");
            return SecretomeCommand.REFUSED;
        }
        write(result.text().get());
        System.err.println("good: " + result.terms() + " terms" + (out == null ? "" : " in " + out));
        return SecretomeCommand.GOOD;
    }

    private Set<String> roots() {
        Set<String> roots = new HashSet<>();
        for (String root : ancestors) {
            roots.add(SeedTerm.iri(root).orElseThrow(() -> new InvalidInputException(
                    "--ancestors " + root + ": not an identifier; write for example CL:0000000")));
        }
        return roots;
    }

    private void write(String slice) {
        if (out == null) {
            StandardStreams.print(slice);
            return;
        }
        AtomicFile.replace(out, slice);
    }
}
