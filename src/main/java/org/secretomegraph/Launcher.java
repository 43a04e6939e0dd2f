package org.secretomegraph;

/**
 * The jar's entry point. Compiled for Java 8 so that an older Java can load it and say, in one line, which Java the
 * program needs, instead of failing with an UnsupportedClassVersionError.
 */
public final class Launcher {
    private static final int OLDEST_JAVA = 21;

    private Launcher() {}

    public static void main(String[] args) throws Exception {
        String version = System.getProperty("java.specification.version");
        if (feature(version) < OLDEST_JAVA) {
            System.err.println("secretome needs Java " + OLDEST_JAVA + " or newer; this is Java " + version
                    + ". Install one (for example Temurin 25) or start it with that Java's bin/java.");
            System.exit(2);
        }
        // By name: a direct call would make this class need the newer class files it guards against.
        Class.forName("org.secretomegraph.Main").getMethod("main", String[].class).invoke(null, (Object) args);
    }

    private static int feature(String version) {
        return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
    }
}
