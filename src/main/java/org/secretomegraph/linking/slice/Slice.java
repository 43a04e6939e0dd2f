package org.secretomegraph.linking.slice;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The part of an ontology that the graph keeps.
 *
 * @param name     short name of the ontology, which is also the file's and the named graph's
 * @param ontology IRI of the ontology
 * @param title    what the slice is called
 * @param license  of the source
 * @param version  of the source
 * @param origin   what it was made from, in a sentence, with the checksum
 * @param sources  further addresses of the source
 * @param terms    sorted by IRI
 */
record Slice(String name, String ontology, String title, Optional<String> license, Optional<String> version,
        String origin, List<String> sources, Collection<Term> terms) {}
