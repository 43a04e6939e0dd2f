package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.secretomegraph.CapturedLog;

/** The schedule on which a store's description is renewed. */
@ExtendWith(CapturedLog.class)
class MetadataRefreshScheduleTest {
    /** One OutOfMemoryError ended the schedule for good, and nothing said so. */
    @Test
    void goesOnAfterAnErrorAndAfterAnException() throws InterruptedException {
        CountDownLatch attempts = new CountDownLatch(4);
        Runnable describe = () -> {
            attempts.countDown();
            if (attempts.getCount() == 3) {
                throw new OutOfMemoryError("as a description of a large store may");
            }
            if (attempts.getCount() == 2) {
                throw new IllegalStateException("as a broken store may");
            }
        };
        try (MetadataRefresher describing = new MetadataRefresher(describe, 1)) {
            assertTrue(attempts.await(1, TimeUnit.MINUTES), attempts.getCount() + " attempts were never made");
        }
    }
}
