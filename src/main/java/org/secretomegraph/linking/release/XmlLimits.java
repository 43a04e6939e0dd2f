package org.secretomegraph.linking.release;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The limits of Java's XML parser (https://docs.oracle.com/en/java/javase/25/docs/api/java.xml/module-summary.html,
 * "JDK Implementation Specific Properties") while a release is read. Releases refer to {@code &obo;} for a namespace
 * hundreds of thousands of times, and the NCI Thesaurus nests its lists hundreds of elements deep; the defaults are
 * 2,500 references and 200 elements. How much entities may add is measured by the size of the file, so that entities of
 * entities cannot grow without bounds. Jena
 * makes the parser, and only properties of the system reach it; they are reset afterwards, so that a server that reads
 * RDF/XML of others keeps the defaults.
 */
final class XmlLimits {
    /** A reference stands for some ten times its length, and gzip packs a release to a twentieth. */
    private static final long GROWTH = 300;
    private static final long SMALL_FILE = 10_000;

    private XmlLimits() {}

    /**
     * Runs something with the raised limits. A property that the user set is left as it is.
     *
     * @param size of the file on disk, in bytes
     */
    static synchronized void raised(long size, Runnable reading) {
        String growth = Long.toString(Math.min(Integer.MAX_VALUE, GROWTH * (size + SMALL_FILE)));
        Map<String, String> raised = Map.of("jdk.xml.entityExpansionLimit", growth, "jdk.xml.entityReplacementLimit",
                growth, "jdk.xml.totalEntitySizeLimit", growth, "jdk.xml.maxElementDepth", "20000");
        Map<String, Optional<String>> before = new HashMap<>();
        raised.forEach((name, limit) -> {
            Optional<String> value = Optional.ofNullable(System.getProperty(name));
            before.put(name, value);
            if (value.isEmpty()) {
                System.setProperty(name, limit);
            }
        });
        try {
            reading.run();
        } finally {
            before.forEach((name, value) -> value.ifPresentOrElse(v -> System.setProperty(name, v),
                    () -> System.clearProperty(name)));
        }
    }
}
