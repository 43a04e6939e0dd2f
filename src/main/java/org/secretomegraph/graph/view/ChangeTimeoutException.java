package org.secretomegraph.graph.view;

import java.math.BigDecimal;
import java.time.Duration;

/** A change that was given up because its time was over. Nothing of it was stored. */
public final class ChangeTimeoutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ChangeTimeoutException(String what, Duration limit) {
        super(what + " took longer than the " + seconds(limit) + " s that a change may take");
    }

    private static String seconds(Duration limit) {
        return BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
