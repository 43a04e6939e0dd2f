package org.secretomegraph.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.shacl.ShaclException;
import org.secretomegraph.findings.CandidateData;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.guard.Validator;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.io.Messages;
import org.secretomegraph.io.SyntaxException;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.Location;
import org.secretomegraph.report.Severity;
import org.secretomegraph.report.ValidationResult;
import org.secretomegraph.shacl.ShapeLibrary;
import org.secretomegraph.vocab.EditDistance;
import org.secretomegraph.vocab.Prefixes;
import org.secretomegraph.vocab.RuleIris;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Validates files by the shapes, over the bundled graph, and reports what to correct. */
@Command(name = "validate", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Checks RDF files (any syntax, gzip too) or claim sheets (.tsv) against the shapes.",
        footer = {"", "The files are validated over the bundled graph, whose terms are known; what a file",
                "states of a claim replaces what the bundled graph states of it."},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing as bad as --fail-on", "1:the data was refused",
                "2:a file cannot be opened, or the command line was wrong"})
final class ValidateCommand implements Callable<Integer> {
    private static final Pattern UNDEFINED_PREFIX = Pattern.compile("Undefined prefix: (\\w+)");

    private final Services services;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "What to check.")
    private List<Path> files;

    @Option(names = "--shapes", paramLabel = "DIR|FILE",
            description = "Check against these shapes instead of the bundled ones. May be repeated.")
    private List<Path> shapes = List.of();

    @Mixin
    private FindingOptions findings;

    ValidateCommand(Services services) {
        this.services = services;
    }

    @Override
    public Integer call() throws IOException {
        ShapeLibrary library = shapes.isEmpty() ? services.shapes() : ShapeLibrary.read(shapesFiles());
        Snapshot bundled = services.bundledGraph();
        List<CandidateData> candidates = services.candidates(files, bundled, ValidateCommand::unreadable);
        if (!library.recursive().isEmpty()) {
            System.err.println("secretome: note: these shapes refer to themselves: "
                    + String.join(", ", library.recursive())
                    + "; where the data run in a circle, a node counts as conforming unless something else speaks against"
                    + " it");
        }
        ValidationResult result;
        try {
            result = new Validator(library).validate(bundled.union(), candidates);
        } catch (ShaclException e) {
            throw new InvalidInputException(Messages.oneLine(Messages.of(e)), e);
        }
        findings.print(result);
        System.err.println(summary(result));
        return result.passes(findings.failOn()) ? SecretomeCommand.GOOD : SecretomeCommand.REFUSED;
    }

    private static CandidateData unreadable(SyntaxException e) {
        return CandidateData.unreadable(e.file(), Finding.inText(RuleIris.NS + "File-syntax",
                Location.inText(e.file(), e.line(), e.column() > 0 ? Long.toString(e.column()) : ""), e.problem(),
                "Correct the text of the file here; nothing of the file was checked." + suggestion(e.problem())));
    }

    private static String suggestion(String problem) {
        Matcher prefix = UNDEFINED_PREFIX.matcher(problem);
        if (!prefix.find()) {
            return "";
        }
        return EditDistance.nearest(prefix.group(1), Prefixes.standard().getMappingCopy().keySet())
                .map(known -> " Did you mean " + known + ":?").orElse(" Declare the prefix, or correct it.");
    }

    private List<Path> shapesFiles() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path path : shapes) {
            if (!Files.isDirectory(path)) {
                all.add(path);
                continue;
            }
            try (Stream<Path> inside = Files.list(path)) {
                inside.filter(f -> f.toString().endsWith(".ttl")).sorted().forEach(all::add);
            }
        }
        if (all.isEmpty()) {
            throw new InvalidInputException(shapes.get(0) + ": no .ttl file in this folder");
        }
        return all;
    }

    private String summary(ValidationResult result) {
        return (result.passes(findings.failOn()) ? "good" : "refused") + ": "
                + FindingOptions.counted(files.size(), "file") + ", "
                + FindingOptions.counted(result.checked(), "node") + " checked, "
                + FindingOptions.counted(result.count(Severity.VIOLATION), "violation") + ", "
                + FindingOptions.counted(result.count(Severity.WARNING), "warning") + ", "
                + result.count(Severity.INFO) + " info"
                + (result.checked() == 0 && result.findings().isEmpty() ? "; no shape has a target in these data"
                        : "");
    }
}
