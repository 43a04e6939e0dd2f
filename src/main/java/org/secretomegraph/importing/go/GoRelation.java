package org.secretomegraph.importing.go;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.secretomegraph.vocab.EditDistance;
import org.secretomegraph.vocab.Scso;

/**
 * How a gene product relates to a GO term. Names, identifiers and aspects:
 * https://github.com/geneontology/go-annotation/blob/master/specs/gpad-gpi-2-0.md, "Allowed Gene Product to GO Term
 * Relations".
 *
 * <p>Of the relations to a process that also state a direction, our claims keep the relation without it; the direction
 * stands in the claim's note. There is no kind of claim on functions. A location is taken when it is a vesicle.
 */
enum GoRelation {
    ENABLES("enables", "RO:0002327", 'F', ""),
    CONTRIBUTES_TO("contributes_to", "RO:0002326", 'F', ""),
    INVOLVED_IN("involved_in", "RO:0002331", 'P', "involvedIn"),
    ACTS_UPSTREAM_OF("acts_upstream_of", "RO:0002263", 'P', "actsUpstreamOf"),
    ACTS_UPSTREAM_OF_POSITIVE("acts_upstream_of_positive_effect", "RO:0004034", 'P', "actsUpstreamOf"),
    ACTS_UPSTREAM_OF_NEGATIVE("acts_upstream_of_negative_effect", "RO:0004035", 'P', "actsUpstreamOf"),
    ACTS_WITHIN("acts_upstream_of_or_within", "RO:0002264", 'P', "actsUpstreamOfOrWithin"),
    ACTS_WITHIN_POSITIVE("acts_upstream_of_or_within_positive_effect", "RO:0004032", 'P', "actsUpstreamOfOrWithin"),
    ACTS_WITHIN_NEGATIVE("acts_upstream_of_or_within_negative_effect", "RO:0004033", 'P', "actsUpstreamOfOrWithin"),
    PART_OF("part_of", "BFO:0000050", 'C', ""),
    LOCATED_IN("located_in", "RO:0001025", 'C', "cargoOf"),
    IS_ACTIVE_IN("is_active_in", "RO:0002432", 'C', ""),
    COLOCALIZES_WITH("colocalizes_with", "RO:0002325", 'C', "");

    private final String label;
    private final String id;
    private final char aspect;
    private final String ours;

    GoRelation(String label, String id, char aspect, String ours) {
        this.label = label;
        this.id = id;
        this.aspect = aspect;
        this.ours = ours;
    }

    static GoRelation labelled(String label) {
        return Arrays.stream(values()).filter(r -> r.label.equals(label)).findFirst().orElseThrow();
    }

    static GoRelation identified(String id) {
        return Arrays.stream(values()).filter(r -> r.id.equals(id)).findFirst().orElseThrow();
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(r -> r.label).toList();
    }

    static List<String> ids() {
        return Arrays.stream(values()).map(r -> r.id).toList();
    }

    /** The relation that was probably meant: by its name in another spelling, or by its identifier. */
    static Optional<GoRelation> meant(String written) {
        String name = written.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_")
                .replaceAll("(^|_)not(?=_|$)", "").replaceAll("^_|_$", "");
        return Arrays.stream(values()).filter(r -> r.id.equalsIgnoreCase(written.strip()) || r.label.equals(name))
                .findFirst().or(() -> EditDistance.nearest(name, labels()).map(GoRelation::labelled));
    }

    /** Whether a relation as somebody wrote it says that it does not hold. */
    static boolean isDenied(String written) {
        return written.toLowerCase(Locale.ROOT).matches("(.*[^a-z])?not([^a-z].*)?");
    }

    String label() {
        return label;
    }

    String id() {
        return id;
    }

    /** P, F or C: the branch of GO that the relation leads to. */
    char aspect() {
        return aspect;
    }

    /** The relation of our claims; empty when there is none. */
    Optional<Node> ours() {
        return ours.isEmpty() ? Optional.empty() : Optional.of(Scso.term(ours));
    }

    /** Whether our relation says less than this one. */
    boolean saysMore() {
        return label.endsWith("_effect");
    }
}
