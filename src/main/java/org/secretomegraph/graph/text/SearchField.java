package org.secretomegraph.graph.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/** What a property that is searched says of a thing, the most telling first. */
public enum SearchField {
    LABEL(RDFS.label.asNode(), SKOS.prefLabel.asNode()),
    EXACT_SYNONYM(Terms.exactSynonym, SKOS.altLabel.asNode()),
    /** An identifier of the thing here or elsewhere: a cross reference, an accession, a DOI. */
    IDENTIFIER(Terms.xref, SKOS.exactMatch.asNode(), SKOS.closeMatch.asNode(), Scso.term("uniprot"),
            Scso.term("ncbiGene"),
            Scso.term("ensembl"), Scso.term("mirbase"), Terms.doi, Terms.pmid, Scso.pmcid, Scso.registeredAs),
    SYNONYM(Terms.narrowSynonym, Terms.broadSynonym, Terms.relatedSynonym),
    /** A sentence about it: found by its words, never by its spelling as a whole. */
    SENTENCE(Terms.title, Scso.finding, Terms.definition, Terms.ownDefinition);

    private final List<Node> properties;

    SearchField(Node... properties) {
        this.properties = List.of(properties);
    }

    /** What a property says, when it is one that is searched. */
    static Optional<SearchField> by(Node property) {
        return Stream.of(values()).filter(said -> said.properties.contains(property)).findFirst();
    }

    List<Node> properties() {
        return properties;
    }
}
