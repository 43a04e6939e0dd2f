package org.secretomegraph.server.write;

import java.util.Optional;
import org.secretomegraph.guard.Guard;
import org.secretomegraph.report.Severity;

/**
 * How a server accepts changes.
 *
 * @param guard   the only way to write
 * @param failOn  findings from this severity on make the guard refuse; reported in responses
 * @param users   who may write; empty for clients on this machine
 * @param maxBody how many bytes a change may have, after decompression
 */
public record WriteSettings(Guard guard, Severity failOn, Optional<PasswordFile> users, long maxBody) {
    private static final long DEFAULT_MAX_BODY = 256L << 20;

    public WriteSettings(Guard guard, Severity failOn, Optional<PasswordFile> users) {
        this(guard, failOn, users, DEFAULT_MAX_BODY);
    }
}
