package org.secretomegraph.release.export;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.secretomegraph.vocab.Curie;
import org.secretomegraph.vocab.Scso;

/**
 * CURIEs of everything that an export may name: those of the sheets, and those of records elsewhere that are never a
 * claim's subject. Prefixes are spelt as in the Biolink Model 4.4.4 where it has them.
 */
final class ExportCuries {
    private static final Map<String, String> ELSEWHERE = new TreeMap<>(Map.ofEntries(
            Map.entry("UniProtKB", "http://purl.uniprot.org/uniprot/"),
            Map.entry("NCBIGene", "http://identifiers.org/ncbigene/"),
            Map.entry("ENSEMBL", "http://identifiers.org/ensembl/"),
            Map.entry("mirbase", "http://identifiers.org/mirbase/"),
            Map.entry("wikidata", "http://www.wikidata.org/entity/"),
            Map.entry("PMC", "https://pmc.ncbi.nlm.nih.gov/articles/PMC"),
            Map.entry("scso", Scso.NS),
            Map.entry("skos", "http://www.w3.org/2004/02/skos/core#"),
            Map.entry("semapv", "https://w3id.org/semapv/vocab/"),
            Map.entry("owl", "http://www.w3.org/2002/07/owl#"),
            Map.entry("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
            Map.entry("oboInOwl", "http://www.geneontology.org/formats/oboInOwl#")));
    private static final String OBO = "http://purl.obolibrary.org/obo/";

    private ExportCuries() {}

    static Optional<String> curie(String iri) {
        return Curie.compact(iri)
                .or(() -> ELSEWHERE.entrySet().stream().filter(e -> iri.startsWith(e.getValue()))
                        .filter(e -> iri.length() > e.getValue().length())
                        .map(e -> e.getKey() + ":" + iri.substring(e.getValue().length())).findFirst())
                .or(() -> Stream.of(iri).filter(i -> i.matches(OBO + "[A-Za-z]+_\\w+"))
                        .map(i -> i.substring(OBO.length()).replaceFirst("_", ":")).findFirst())
                // PubMed's own addresses end in a slash, which is no part of the number.
                .map(curie -> curie.replaceFirst("/$", ""));
    }

    /** The CURIE, or the IRI itself: both are allowed where a format asks for a URI or CURIE. */
    static String curieOrIri(String iri) {
        return curie(iri).orElse(iri);
    }

    /** What the prefix of a CURIE that was made here stands for; an OBO ontology when nothing else. */
    static String namespace(String prefix) {
        return Curie.expand(prefix + ":0").map(iri -> iri.substring(0, iri.length() - 1))
                .or(() -> Optional.ofNullable(ELSEWHERE.get(prefix))).orElse(OBO + prefix + "_");
    }
}
