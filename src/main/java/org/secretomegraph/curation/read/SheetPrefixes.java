package org.secretomegraph.curation.read;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.secretomegraph.vocab.Curie;

/** The prefixes that claim sheets usually declare. */
public final class SheetPrefixes {
    public static final Map<String, String> USUAL = List
            .of("CHEBI", "CL", "ECO", "GO", "HGNC", "MONDO", "NCBITaxon", "OBI", "SCSO",
                    "UBERON")
            .stream().collect(Collectors.toMap(p -> p, p -> Curie.namespace(p).orElseThrow(), (a, b) -> a,
                    TreeMap::new));

    private SheetPrefixes() {}
}
