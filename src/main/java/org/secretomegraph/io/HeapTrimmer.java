package org.secretomegraph.io;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * Keeps the heap near what is in use while a large file is read. Java takes a quarter of the machine's memory before it
 * takes the trouble to clear up, and what a reader throws away is most of what it makes: a release of 200 MB that needs
 * 300 MB took 4 GB of a machine that had them.
 */
final class HeapTrimmer {
    /** The bundled graph and what is read at the moment. */
    private static final long PLENTY = 680L << 20;
    private static final String SPARE_PERCENT = "25";

    private long ceiling = PLENTY;

    /** Clears up when the heap has grown beyond what was in use when it was last cleared. */
    void look() {
        Runtime java = Runtime.getRuntime();
        if (java.totalMemory() <= ceiling) {
            return;
        }
        giveBack();
        System.gc();
        // Where the collector keeps what it has, asking again and again would only cost time.
        ceiling = Math.max(PLENTY, java.totalMemory() + (java.totalMemory() >> 2));
    }

    /** Lets the collector return what is free; a virtual machine that has no such setting does as it likes. */
    private static void giveBack() {
        try {
            HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            machine.setVMOption("MinHeapFreeRatio", "10");
            machine.setVMOption("MaxHeapFreeRatio", SPARE_PERCENT);
        } catch (RuntimeException e) {
            // Nothing is lost but memory.
        }
    }
}
