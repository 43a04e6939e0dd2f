package org.secretomegraph.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Links to other ontologies and data: one subcommand for each direction and format. */
@Command(name = "link", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
        description = "Other ontologies and data in, ours out.")
final class LinkCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    private LinkCommand() {}

    static CommandLine line(Services services) {
        return new CommandLine(new LinkCommand())
                .addSubcommand(new LinkExtractCommand(services))
                .addSubcommand(new LinkCheckCommand(services))
                .addSubcommand(new LinkMapCommand(services))
                .addSubcommand(new LinkImportCommand(services))
                .addSubcommand(new LinkExportCommand(services));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
    }
}
