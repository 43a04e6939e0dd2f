package org.secretomegraph.server.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.vocab.Curie;
import org.secretomegraph.vocab.Scso;

/** The kind of an entity, in the words of its users. The first that fits is taken. */
enum EntityKind {
    CLAIM(List.of(), List.of("Claim")),
    PUBLICATION(List.of(), List.of("Publication")),
    STUDY(List.of(), List.of("Study")),
    CONDITION(List.of("MONDO:0000001", "MONDO:0021178", "MONDO:0042489")),
    CELL(List.of("CL:0000000")),
    PREPARATION(List.of("SCSO:0000116", "SCSO:0000114")),
    PRECONDITIONING(List.of("SCSO:0000201")),
    METHOD(List.of("SCSO:0000300", "SCSO:0000400", "OBI:0000070")),
    HYPOTHESIS(List.of("SCSO:0000600")),
    COMPONENT(List.of("SCSO:0000001", "SCSO:0000004", "SCSO:0000034", "CHEBI:24431")),
    PROCESS(List.of("GO:0008150", "SCSO:0000750")),
    TISSUE(List.of("UBERON:0001062")),
    SPECIES(List.of("NCBITaxon:1")),
    EVIDENCE(List.of("ECO:0000000")),
    PROPERTY(List.of(), List.of()),
    TERM(List.of(), List.of());

    private static final String OWL = "http://www.w3.org/2002/07/owl#";
    private static final List<String> PROPERTIES = List.of(OWL + "ObjectProperty", OWL + "DatatypeProperty",
            OWL + "AnnotationProperty");
    private final List<Node> roots;
    private final List<Node> types;

    EntityKind(List<String> roots) {
        this(roots, List.of());
    }

    EntityKind(List<String> roots, List<String> types) {
        this.roots = roots.stream().map(curie -> NodeFactory.createURI(Curie.expand(curie).orElseThrow())).toList();
        this.types = types.stream().map(Scso::term).toList();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<EntityKind> named(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Stream.of(values()).map(EntityKind::word).toList();
    }

    static EntityKind of(Node entity, Graph graph) {
        return Stream.of(values()).filter(kind -> kind.fits(entity, graph)).findFirst().orElse(TERM);
    }

    /** The transitive closure of subclasses is in the graph, so that one look-up is enough. */
    private boolean fits(Node entity, Graph graph) {
        if (this == PROPERTY) {
            return PROPERTIES.stream()
                    .anyMatch(type -> graph.contains(entity, RDF.type.asNode(), NodeFactory.createURI(type)));
        }
        return roots.stream()
                .anyMatch(root -> root.equals(entity) || graph.contains(entity, RDFS.subClassOf.asNode(), root))
                || types.stream().anyMatch(type -> graph.contains(entity, RDF.type.asNode(), type));
    }
}
