package org.secretomegraph.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.secretomegraph.io.AtomicFile;
import org.secretomegraph.linking.match.LexicalMatcher;
import org.secretomegraph.linking.release.OntologyRelease;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Proposes mappings for review by a curator. */
@Command(name = "map", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Proposes mappings of our own terms to another ontology, by their names.",
        footer = {"",
                "The proposals are SSSOM, with a confidence and the names that matched. They are for a curator to",
                "review: copy the right ones into ontology/mappings/ with semapv:ManualMappingCuration.", "",
                "  secretome link map --to obi.owl --out proposed-obi.sssom.tsv"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:good, even when nothing matches",
                "2:the file cannot be read, or the command line was wrong"})
final class LinkMapCommand implements Callable<Integer> {
    private final Services services;

    @Option(names = "--to", required = true, paramLabel = "FILE",
            description = "A release of the other ontology, in any"
                    + " format that 'link extract' reads.")
    private Path to;

    @Option(names = "--out", paramLabel = "FILE",
            description = "Where to write the proposals (default: standard output).")
    private Path out;

    LinkMapCommand(Services services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        TerminalProgress progress = new TerminalProgress();
        LexicalMatcher.Proposed proposed =
                LexicalMatcher.of(services.bundledGraph(), OntologyRelease.open(to, progress));
        progress.done();
        proposed.note().ifPresent(note -> System.err.println("note: " + note));
        if (out == null) {
            StandardStreams.print(proposed.text());
        } else {
            AtomicFile.replace(out, proposed.text());
        }
        System.err.println("good: " + proposed.count() + " mappings proposed"
                + (proposed.known() == 0 ? "" : ", " + proposed.known() + " left out that the graph holds already"));
        return SecretomeCommand.GOOD;
    }
}
