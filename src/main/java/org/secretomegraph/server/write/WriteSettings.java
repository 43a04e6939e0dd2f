package org.secretomegraph.server.write;

import java.util.Optional;
import org.secretomegraph.guard.Guard;
import org.secretomegraph.report.Severity;

/**
 * How a server takes changes.
 *
 * @param guard   the only way to write
 * @param floor   findings from this severity on make the guard refuse; told in the answers
 * @param users   who may write; empty lets those write who sit at this machine
 * @param longest how many bytes a change may have, after unpacking
 */
public record WriteSettings(Guard guard, Severity floor, Optional<PasswordFile> users, long longest) {
    private static final long LONGEST = 256L << 20;

    public WriteSettings(Guard guard, Severity floor, Optional<PasswordFile> users) {
        this(guard, floor, users, LONGEST);
    }
}
