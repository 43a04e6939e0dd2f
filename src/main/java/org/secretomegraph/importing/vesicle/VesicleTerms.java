package org.secretomegraph.importing.vesicle;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.secretomegraph.importing.record.ImportTerms;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/**
 * The words of vesicle databases as terms of the graph: by label or exact synonym only. The names of vesicles are told
 * here, because the databases write plurals. That ectosomes are microvesicles is how Vesiclepedia's subtypes are listed
 * (https://github.com/liuyongyan/EVDx, documentation/Vesiclepedia_Overview.md); an apoptotic body is an apoptotic
 * vesicle.
 */
final class VesicleTerms {
    static final Node VESICLE = NodeFactory.createURI(Terms.OBO + "GO_1903561");
    static final Node EXOSOME = NodeFactory.createURI(Terms.OBO + "GO_0070062");
    private static final Node MICROVESICLE = NodeFactory.createURI(Terms.OBO + "GO_1990742");
    private static final Map<String, Node> VESICLES = Map.of("exosomes", EXOSOME, "exosome", EXOSOME, "microvesicles",
            MICROVESICLE, "microvesicle", MICROVESICLE, "ectosomes", MICROVESICLE, "extracellular vesicles", VESICLE,
            "apoptotic bodies", Scso.term("0000018"));
    private static final String HUMAN = "Homo sapiens";
    private static final Pattern OF_A_SPECIES = Pattern.compile("[a-z]{3,4}-(?=mir-|let-)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ARM = Pattern.compile("(-[35]p|\\*)$", Pattern.CASE_INSENSITIVE);
    private static final Node TAXON = NodeFactory.createURI(Terms.OBO + "NCBITaxon_1");
    private static final Node ASSAY = NodeFactory.createURI(Terms.OBO + "OBI_0000070");

    private final ImportTerms known;

    VesicleTerms(ImportTerms known) {
        this.known = known;
    }

    /** The class of vesicle: of several kinds what they have in common; empty when one of them is no known vesicle. */
    Optional<Node> vesicle(List<String> types) {
        TreeSet<String> found = new TreeSet<>();
        for (String type : types) {
            Optional<Node> one = Optional.ofNullable(VESICLES.get(type.toLowerCase(Locale.ROOT)))
                    .or(() -> known.named(type, VESICLE)).or(() -> known.named(type.replaceFirst("s$", ""), VESICLE));
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
        return known.named(name, NodeFactory.createURI(Terms.OBO + "CL_0000000"));
    }

    Optional<Node> tissue(String name) {
        return known.named(name, NodeFactory.createURI(Terms.OBO + "UBERON_0001062"));
    }

    /** A lipid by its name. */
    Optional<Node> chemical(String name) {
        return known.named(name, NodeFactory.createURI(Terms.OBO + "CHEBI_24431"));
    }

    /**
     * The gene of a microRNA by the microRNA's name. Names are miRBase's
     * (http://www.mirbase.org/help/nomenclature.shtml): a prefix for the species, which tables leave out that have a
     * column for it, and the arm of the precursor at the end. Genes here are human, and named without an arm. {@code
     * miR-21} of a mouse is another gene than {@code miR-21} of man.
     */
    Optional<Node> microRna(String name, List<String> species) {
        Stream<String> names = OF_A_SPECIES.matcher(name).lookingAt() ? Stream.of(name)
                : species.contains(HUMAN) ? Stream.of(name, "hsa-" + name) : Stream.empty();
        return names.flatMap(n -> Stream.of(n, ARM.matcher(n).replaceFirst("")))
                .flatMap(n -> known.named(n, ImportTerms.GENE_OR_PRODUCT).stream()).findFirst();
    }
}
