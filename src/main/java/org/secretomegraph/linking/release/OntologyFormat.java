package org.secretomegraph.linking.release;

import java.util.Optional;

/** The formats in which ontologies are released. Told by how the text begins: names of downloads often lie. */
public enum OntologyFormat {
    OBO("OBO 1.4"), OBO_GRAPHS("OBO Graphs JSON"), RDF_XML("OWL in RDF/XML"), TURTLE("Turtle");

    private final String shown;

    OntologyFormat(String shown) {
        this.shown = shown;
    }

    /** The format of a text that begins so; empty for anything else. */
    static Optional<OntologyFormat> of(String beginning) {
        String text = beginning.replaceFirst("^\uFEFF", "").stripLeading();
        if (text.startsWith("{")) {
            return Optional.of(OBO_GRAPHS);
        }
        if (text.startsWith("<?xml") || text.startsWith("<rdf:RDF") || text.startsWith("<!DOCTYPE")
                || text.startsWith("<!--")) {
            return Optional.of(RDF_XML);
        }
        String line =
                text.lines().map(String::strip).filter(l -> !l.isEmpty() && !l.startsWith("!") && !l.startsWith("#"))
                        .findFirst().orElse("");
        if (line.matches("\\[\\w+]|[a-z][a-z0-9_-]*:( .*)?")) {
            return Optional.of(OBO);
        }
        if (line.matches("(?i)@?(prefix|base)\\s.*") || line.matches("(<[^>]*>|_:\\w+|[\\w-]*:\\S*)(\\s.*)?")) {
            return Optional.of(TURTLE);
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return shown;
    }
}
