package org.secretomegraph.curation.rdf;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.secretomegraph.curation.read.ClaimSheet;
import org.secretomegraph.vocab.Terms;

/** What the header says of the sheet as a whole, said of the graph that holds its claims. */
public final class HeaderMapper {
    private HeaderMapper() {}

    public static List<Triple> of(ClaimSheet sheet, Node graph) {
        Stream<Triple> type = Stream.of(Triple.create(graph, RDF.type.asNode(),
                NodeFactory.createURI(Terms.PROV + "Entity")));
        Stream<Triple> texts = Stream.concat(
                sheet.stated("title").stream().map(t -> Triple.create(graph, Terms.title,
                        NodeFactory.createLiteralLang(t, "en"))),
                sheet.stated("description").stream().map(t -> Triple.create(graph, Terms.description,
                        NodeFactory.createLiteralLang(t, "en"))));
        Stream<Triple> licence = sheet.stated("licence").stream().map(iri -> Triple.create(graph, Terms.license,
                NodeFactory.createURI(iri)));
        return Stream.of(type, texts, licence).flatMap(s -> s).toList();
    }
}
