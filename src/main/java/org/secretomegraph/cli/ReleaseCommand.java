package org.secretomegraph.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.secretomegraph.release.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes the bundled ontology and graph as files. */
@Command(name = "release", mixinStandardHelpOptions = true,
        description = "Writes the ontology with its slices, the whole graph and their checksums into a folder.")
final class ReleaseCommand implements Callable<Integer> {
    private final Services services;

    @Parameters(paramLabel = "DIR", description = "The folder; made when it is missing.")
    private Path folder;

    ReleaseCommand(Services services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        Release.write(services.bundledGraph(), services.readings(), folder).forEach(System.out::println);
        return SecretomeCommand.GOOD;
    }
}
