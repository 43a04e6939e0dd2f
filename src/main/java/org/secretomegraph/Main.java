package org.secretomegraph;

import org.secretomegraph.app.BundledServices;
import org.secretomegraph.cli.SecretomeCommand;
import org.secretomegraph.io.BundledFiles;

/** The command line program. */
public final class Main {
    private static final int FAILED = 2;

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs a command line and returns its exit code. */
    public static int run(String... args) {
        try (BundledFiles files = BundledFiles.open()) {
            return SecretomeCommand.commandLine(BundledServices.of(files)).execute(args);
        } catch (VirtualMachineError e) {
            System.err.println("secretome: " + message(e));
            return FAILED;
        }
    }

    /**
     * What the machine lacks, in one line. The files of a TDB2 store are memory-mapped: when the disk is full, access to
     * them ends with an InternalError.
     */
    private static String message(VirtualMachineError e) {
        return e instanceof InternalError ? "a file of the store cannot be read or written; is the disk full?"
                : "not enough memory; give the program more with java -Xmx (" + e.getMessage() + ")";
    }
}
