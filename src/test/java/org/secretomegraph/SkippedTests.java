package org.secretomegraph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Prints at the end of a run which tests were skipped, and why: a skip that nobody sees looks like a success. */
public final class SkippedTests implements LauncherSessionListener, TestExecutionListener {
    private final List<String> skipped = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        session.getLauncher().registerTestExecutionListeners(this);
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        note(test, reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == Status.ABORTED) {
            note(test, result.getThrowable().map(Throwable::getMessage).orElse("no reason given"));
        }
    }

    private void note(TestIdentifier test, String reason) {
        String where = test.getSource().map(source -> switch (source) {
            case MethodSource method -> method.getClassName() + ".";
            case ClassSource type -> type.getClassName() + " ";
            default -> "";
        }).orElse("");
        skipped.add("skipped: " + where.replaceFirst("^org\\.secretomegraph\\.", "") + test.getDisplayName() + ": "
                + reason.replaceFirst("^Assumption failed: ", ""));
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        skipped.forEach(System.out::println);
    }
}
