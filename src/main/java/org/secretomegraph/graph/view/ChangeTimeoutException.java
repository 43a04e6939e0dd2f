package org.secretomegraph.graph.view;

import java.math.BigDecimal;
import java.time.Duration;

/** A change that was given up because its time was over. Nothing of it was stored. */
public final class ChangeTimeoutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ChangeTimeoutException(String what, Duration limit) {
        super(what + " took longer than the " + seconds(limit) + " s that a change may take");
    }

    /** Throws the one that caused a failure, if one did: ARQ wraps what is thrown while it prepares a pattern. */
    public static void rethrowFrom(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof ChangeTimeoutException timeout) {
                throw timeout;
            }
        }
    }

    private static String seconds(Duration limit) {
        return BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
