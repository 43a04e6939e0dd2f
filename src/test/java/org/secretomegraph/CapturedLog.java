package org.secretomegraph;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What is logged during a test that provokes a failure: kept from the console, so that a stack trace there is always
 * one that
 * nobody expected, and open to the test, which may look at it. When the test fails, it is printed after all.
 */
public final class CapturedLog implements BeforeEachCallback, AfterEachCallback {
    private ByteArrayOutputStream log = new ByteArrayOutputStream();
    private PrintStream console;

    @Override
    public void beforeEach(ExtensionContext test) {
        console = System.err;
        log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        System.setErr(console);
        if (test.getExecutionException().isPresent()) {
            console.print(text());
        }
    }

    /** What was logged until now. */
    public String text() {
        return log.toString(StandardCharsets.UTF_8);
    }
}
