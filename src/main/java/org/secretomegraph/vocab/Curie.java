package org.secretomegraph.vocab;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compact identifiers and the IRIs they stand for. Prefixes are spelt as Bioregistry's preferred prefixes
 * (https://bioregistry.io); IRIs are those that the source ontologies themselves use.
 */
public final class Curie {
    private static final String OBO = "http://purl.obolibrary.org/obo/";
    private static final Set<String> OBO_PREFIXES = Set.of("GO", "CL", "UBERON", "MONDO", "ECO", "RO", "BFO", "OBI",
            "IAO", "SO", "COB", "CHEBI", "NCBITaxon", "MAXO", "PATO", "CLO", "PR", "CHMO", "HP", "NCIT");
    private static final Map<String, String> NAMESPACES = namespaces();

    private Curie() {}

    private static Map<String, String> namespaces() {
        Map<String, String> all = new TreeMap<>();
        OBO_PREFIXES.forEach(prefix -> all.put(prefix, OBO + prefix + "_"));
        all.put("SCSO", Scso.NS);
        all.put("HGNC", "http://identifiers.org/hgnc/");
        all.put("EFO", "http://www.ebi.ac.uk/efo/EFO_");
        all.put("NCBIGene", "http://identifiers.org/ncbigene/");
        all.put("ENSEMBL", "http://identifiers.org/ensembl/");
        all.put("miRBase", "http://identifiers.org/mirbase/");
        all.put("UniProtKB", "http://purl.uniprot.org/uniprot/");
        all.put("clinicaltrials", "https://clinicaltrials.gov/study/");
        all.put("DOI", "https://doi.org/");
        all.put("PMID", "https://pubmed.ncbi.nlm.nih.gov/");
        return Map.copyOf(all);
    }

    /** The IRI that a CURIE stands for; empty when its prefix is unknown or its form is not {@code PREFIX:local}. */
    public static Optional<String> expand(String curie) {
        int colon = curie.indexOf(':');
        if (colon <= 0 || colon == curie.length() - 1 || curie.chars().anyMatch(Character::isWhitespace)) {
            return Optional.empty();
        }
        return Optional.ofNullable(NAMESPACES.get(curie.substring(0, colon)))
                .map(namespace -> namespace + curie.substring(colon + 1));
    }

    /** The shortest CURIE of an IRI; empty when no known namespace begins it. */
    public static Optional<String> compact(String iri) {
        return NAMESPACES.entrySet().stream()
                .filter(e -> iri.startsWith(e.getValue()) && iri.length() > e.getValue().length())
                .filter(e -> !e.getKey().equals("SCSO") || iri.substring(e.getValue().length()).matches("\\d{7}"))
                .map(e -> e.getKey() + ":" + iri.substring(e.getValue().length()))
                .findFirst();
    }

    /** The address that a prefix stands for; empty when it is unknown. */
    public static Optional<String> namespace(String prefix) {
        return Optional.ofNullable(NAMESPACES.get(prefix));
    }

    /** The known prefixes, sorted. */
    public static Set<String> prefixes() {
        return new TreeSet<>(NAMESPACES.keySet());
    }
}
