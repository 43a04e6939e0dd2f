package org.secretomegraph.importing.vesicle;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.secretomegraph.importing.record.ImportTerms;
import org.secretomegraph.vocab.Scso;

/**
 * The words of vesicle databases as terms of the graph: by label or exact synonym only. The names of vesicles are told
 * here,
 * because the databases write plurals. That ectosomes are microvesicles is how Vesiclepedia's subtypes are listed
 * (https://github.com/liuyongyan/EVDx, documentation/Vesiclepedia_Overview.md); an apoptotic body is an apoptotic
 * vesicle.
 */
final class VesicleTerms {
    private static final String OBO = "http://purl.obolibrary.org/obo/";
    static final Node VESICLE = NodeFactory.createURI(OBO + "GO_1903561");
    static final Node EXOSOME = NodeFactory.createURI(OBO + "GO_0070062");
    private static final Node MICROVESICLE = NodeFactory.createURI(OBO + "GO_1990742");
    private static final Map<String, Node> VESICLES = Map.of("exosomes", EXOSOME, "exosome", EXOSOME, "microvesicles",
            MICROVESICLE, "microvesicle", MICROVESICLE, "ectosomes", MICROVESICLE, "extracellular vesicles", VESICLE,
            "apoptotic bodies", Scso.term("0000018"));
    private static final Node TAXON = NodeFactory.createURI(OBO + "NCBITaxon_1");
    private static final Node ASSAY = NodeFactory.createURI(OBO + "OBI_0000070");

    private final ImportTerms known;

    VesicleTerms(ImportTerms known) {
        this.known = known;
    }

    /** The class of vesicle: of several kinds what they have in common; empty when one of them is no known vesicle. */
    Optional<Node> vesicle(List<String> types) {
        TreeSet<String> found = new TreeSet<>();
        for (String type : types) {
            Optional<Node> one = Optional.ofNullable(VESICLES.get(type.toLowerCase(Locale.ROOT)))
                    .or(() -> known.named(type, VESICLE));
            if (one.isEmpty()) {
                return Optional.empty();
            }
            found.add(one.get().getURI());
        }
        return Optional.of(found.size() == 1 ? NodeFactory.createURI(found.first()) : VESICLE);
    }

    Optional<Node> species(String name) {
        return known.named(name, TAXON);
    }

    Optional<Node> isolation(String name) {
        return known.named(name, Scso.term("0000300"));
    }

    Optional<Node> assay(String name) {
        return known.named(name, ASSAY, Scso.term("0000400"));
    }

    Optional<Node> cell(String name) {
        return known.named(name, NodeFactory.createURI(OBO + "CL_0000000"));
    }

    Optional<Node> tissue(String name) {
        return known.named(name, NodeFactory.createURI(OBO + "UBERON_0001062"));
    }

    /** A lipid by its name. */
    Optional<Node> chemical(String name) {
        return known.named(name, NodeFactory.createURI(OBO + "CHEBI_24431"));
    }

    /** A microRNA by its name. */
    Optional<Node> gene(String name) {
        return known.named(name, ImportTerms.GENE_OR_PRODUCT);
    }
}
