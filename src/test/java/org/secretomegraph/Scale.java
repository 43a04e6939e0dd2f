package org.secretomegraph;

/**
 * How many cases by chance a test tries, or how large its data is: little in the daily run, much with {@code -Pproof}.
 */
public final class Scale {
    private static final boolean IS_PROOF = Boolean.getBoolean("proof");

    private Scale() {}

    public static int of(int daily, int proof) {
        return IS_PROOF ? proof : daily;
    }
}
