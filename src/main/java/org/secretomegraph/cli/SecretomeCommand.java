package org.secretomegraph.cli;

import java.io.PrintWriter;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.io.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code secretome} and its exit codes. */
@Command(name = "secretome", mixinStandardHelpOptions = true, versionProvider = SecretomeCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "The stem cell secretome as a graph that can be queried, checked and linked.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:good", "1:the data was refused", "2:the command line was wrong, or we failed"})
public final class SecretomeCommand implements Runnable {
    static final int GOOD = 0;
    static final int REFUSED = 1;
    static final int FAILED = 2;

    @Spec
    private CommandSpec spec;

    private SecretomeCommand() {}

    /** The whole command line, ready to execute. */
    public static CommandLine commandLine(Services services) {
        CommandLine line = new CommandLine(new SecretomeCommand())
                .addSubcommand(new ServeCommand(services))
                .addSubcommand(new ValidateCommand(services))
                .addSubcommand(new CurateCommand(services))
                .addSubcommand(new NewClaimSheetCommand(services))
                .addSubcommand(new QueryCommand(services))
                .addSubcommand(LinkCommand.line(services))
                .addSubcommand(new ReleaseCommand(services));
        line.setExecutionExceptionHandler(SecretomeCommand::oneLine);
        line.setParameterExceptionHandler(SecretomeCommand::oneLine);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    /** No stack trace ever reaches a user: bad input is reported as such, anything else as an internal error. */
    private static int oneLine(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (failure instanceof InvalidInputException) {
            err.println("secretome: " + failure.getMessage());
        } else {
            err.println("secretome: this is our fault, please report it: " + failure);
        }
        err.flush();
        return FAILED;
    }

    /** The mistake and a suggestion, without the whole help, which would push them off the screen. */
    private static int oneLine(CommandLine.ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        String meant = failure instanceof CommandLine.UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions().stream().findFirst().map(s -> "; " + s + "?").orElse("") : "";
        PrintWriter err = command.getErr();
        err.println("secretome: " + Messages.of(failure).replaceAll("\\s*\\R\\s*", " ") + meant + "; '"
                + command.getCommandSpec().qualifiedName() + " --help' explains");
        err.flush();
        return FAILED;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String built = SecretomeCommand.class.getPackage().getImplementationVersion();
            return new String[] {"secretome " + (built == null ? "(not packaged)" : built)};
        }
    }
}
