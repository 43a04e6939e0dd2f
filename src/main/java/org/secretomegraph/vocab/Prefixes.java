package org.secretomegraph.vocab;

import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;

/** The prefixes that the server declares and that every result in Turtle is written with. */
public final class Prefixes {
    private Prefixes() {}

    public static PrefixMap standard() {
        PrefixMap map = PrefixMapFactory.create();
        map.add("scso", Scso.NS);
        map.add("claim", Scso.NS + "claim/");
        map.add("obo", "http://purl.obolibrary.org/obo/");
        map.add("hgnc", "http://identifiers.org/hgnc/");
        map.add("oboInOwl", "http://www.geneontology.org/formats/oboInOwl#");
        map.add("bibo", Terms.BIBO);
        map.add("dcterms", Terms.DCTERMS);
        map.add("prov", Terms.PROV);
        map.add("owl", "http://www.w3.org/2002/07/owl#");
        map.add("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        map.add("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
        map.add("skos", "http://www.w3.org/2004/02/skos/core#");
        map.add("sh", "http://www.w3.org/ns/shacl#");
        map.add("xsd", "http://www.w3.org/2001/XMLSchema#");
        return map;
    }
}
