package org.secretomegraph.server.entity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.riot.RDFFormat;

/** The representations of the description of an entity, in the order of preference of the server. */
public enum Representation {
    HTML("html", "text/html", RDFFormat.TURTLE_PRETTY),
    TURTLE("ttl", "text/turtle", RDFFormat.TURTLE_PRETTY),
    JSON_LD("jsonld", "application/ld+json", RDFFormat.JSONLD11_PRETTY),
    RDF_XML("rdf", "application/rdf+xml", RDFFormat.RDFXML_PLAIN),
    N_TRIPLES("nt", "application/n-triples", RDFFormat.NTRIPLES_UTF8);

    private final String suffix;
    private final String mediaType;
    private final RDFFormat format;

    Representation(String suffix, String mediaType, RDFFormat format) {
        this.suffix = suffix;
        this.mediaType = mediaType;
        this.format = format;
    }

    /** With its dot. */
    public String suffix() {
        return "." + suffix;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The RDF syntax; not used for HTML. */
    RDFFormat format() {
        return format;
    }

    /** The value of Content-Type. RDF/XML and JSON-LD state their encoding themselves. */
    String contentType() {
        return mediaType.startsWith("text/") ? mediaType + "; charset=utf-8" : mediaType;
    }

    public static List<String> mediaTypes() {
        return Stream.of(values()).map(Representation::mediaType).toList();
    }

    public static Optional<Representation> ofMediaType(String type) {
        return Stream.of(values()).filter(r -> r.mediaType.equals(type)).findFirst();
    }

    /** By the suffix of a path. */
    static Optional<Representation> bySuffix(String path) {
        return Stream.of(values()).filter(r -> path.endsWith(r.suffix()) && path.length() > r.suffix().length())
                .findFirst();
    }
}
