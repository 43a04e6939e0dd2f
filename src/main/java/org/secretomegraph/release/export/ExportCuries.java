package org.secretomegraph.release.export;

import java.util.Optional;
import java.util.stream.Stream;
import org.secretomegraph.vocab.Curie;
import org.secretomegraph.vocab.PrefixRegistry;
import org.secretomegraph.vocab.Terms;

/**
 * CURIEs of everything that an export may name: those of the sheets, and those of records elsewhere that are never a
 * claim's subject.
 */
final class ExportCuries {
    private ExportCuries() {}

    static Optional<String> curie(String iri) {
        return Curie.compact(iri).or(() -> PrefixRegistry.bundled().exportCurie(iri))
                .or(() -> Stream.of(iri).filter(i -> i.matches(Terms.OBO + "[A-Za-z]+_\\w+"))
                        .map(i -> i.substring(Terms.OBO.length()).replaceFirst("_", ":")).findFirst())
                // PubMed's own addresses end in a slash, which is not a part of the number.
                .map(curie -> curie.replaceFirst("/$", ""));
    }

    /** The CURIE, or the IRI itself: both are allowed where a format asks for a URI or CURIE. */
    static String curieOrIri(String iri) {
        return curie(iri).orElse(iri);
    }

    /** The namespace of the prefix of a CURIE that was made here; an OBO ontology's by default. */
    static String namespace(String prefix) {
        return Curie.namespace(prefix).or(() -> PrefixRegistry.bundled().exportNamespace(prefix))
                .orElse(Terms.OBO + prefix + "_");
    }
}
