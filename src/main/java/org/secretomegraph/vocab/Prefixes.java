package org.secretomegraph.vocab;

import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;

/** The prefixes that the server declares and that every result in Turtle is written with. */
public final class Prefixes {
    private Prefixes() {}

    public static PrefixMap standard() {
        PrefixMap map = PrefixMapFactory.create();
        PrefixRegistry.bundled().turtleNamespaces().forEach(map::add);
        return map;
    }
}
