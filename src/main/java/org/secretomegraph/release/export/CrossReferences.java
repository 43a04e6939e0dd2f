package org.secretomegraph.release.export;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.secretomegraph.vocab.Scso;

/** The records elsewhere that stand for the same gene, or for what is made of it. */
final class CrossReferences {
    static final List<Node> SAME_GENE = List.of(Scso.term("ensembl"), Scso.term("ncbiGene"));
    static final List<Node> ITS_PRODUCT = List.of(Scso.term("uniprot"), Scso.term("mirbase"));

    private CrossReferences() {}

    static List<String> of(NodeView thing) {
        return Stream.concat(SAME_GENE.stream(), ITS_PRODUCT.stream())
                .flatMap(property -> thing.named(property).stream()).map(Node::getURI).toList();
    }
}
