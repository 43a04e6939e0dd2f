package org.secretomegraph.linking.release;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The limits of Java's XML parser (https://docs.oracle.com/en/java/javase/25/docs/api/java.xml/module-summary.html,
 * "JDK Implementation Specific Properties") while a release is read. Releases refer to {@code &obo;} for a namespace
 * hundreds of thousands of times, and the NCI Thesaurus nests its lists hundreds of elements deep; the defaults are
 * 2,500 references and 200 elements. The limit of one entity stays, so that entities of entities cannot grow. Jena
 * makes the parser, and only properties of the system reach it; they are reset afterwards, so that a server that reads
 * RDF/XML of others keeps the defaults.
 */
final class XmlLimits {
    private static final Map<String, String> RAISED = Map.of(
            "jdk.xml.entityExpansionLimit", "0",
            "jdk.xml.entityReplacementLimit", "0",
            "jdk.xml.totalEntitySizeLimit", "1000000000",
            "jdk.xml.maxGeneralEntitySizeLimit", "10000",
            "jdk.xml.maxElementDepth", "20000");

    private XmlLimits() {}

    /** Runs something with the raised limits. A property that the user set is left as it is. */
    static synchronized void raised(Runnable reading) {
        Map<String, Optional<String>> before = new HashMap<>();
        RAISED.forEach((name, limit) -> {
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
