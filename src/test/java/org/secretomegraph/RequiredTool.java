package org.secretomegraph;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;

/** A program of this machine, other than Java, that a test needs. */
public final class RequiredTool {
    private static final boolean IS_BUILD_SERVER = Boolean.parseBoolean(System.getenv("CI"));

    private RequiredTool() {}

    /**
     * Skips the test when the tool is missing. A build server has them all (it says {@code CI=true}): there the test
     * fails.
     *
     * @param missing what is missing, and where to get it
     */
    public static void mustBe(boolean there, String missing) {
        if (IS_BUILD_SERVER) {
            assertTrue(there, missing);
        }
        assumeTrue(there, missing);
    }

    /** Runs a command without a word; false when it fails, or is not there. */
    public static boolean did(String... command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
