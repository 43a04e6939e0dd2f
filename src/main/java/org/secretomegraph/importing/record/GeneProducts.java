package org.secretomegraph.importing.record;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.report.Severity;
import org.secretomegraph.vocab.Curie;
import org.secretomegraph.vocab.PrefixRegistry;
import org.secretomegraph.vocab.Terms;

/**
 * Genes and gene products by the identifiers of other databases. One that a node of the graph refers to is that node;
 * any other is left out, or, when everything is wanted, described as far as the file tells and kept under its own
 * identifier.
 */
public final class GeneProducts {
    private static final String OBO_ID = Terms.OBO_IN_OWL + "id";

    private final ImportTerms known;
    private final boolean everything;
    private final GoDatabases databases;
    private final PrefixRegistry prefixes = PrefixRegistry.bundled();

    public GeneProducts(ImportTerms known, boolean everything, GoDatabases databases) {
        this.known = known;
        this.everything = everything;
        this.databases = databases;
    }

    /** A product, and whether it must be described. */
    public record Product(Node node, boolean isNew) {}

    /** The product; empty when it is left out, which is told. */
    public Optional<Product> find(String curie, long row, String column, ImportReport findings) {
        Set<Node> referring = known.referring(curie);
        if (referring.size() > 1) {
            findings.tally(ImportRule.AMBIGUOUS, Severity.WARNING, row, column,
                    "rows left out about an identifier that several"
                            + " genes of the graph refer to",
                    curie, "Curate what they say by hand.");
            return Optional.empty();
        }
        Optional<Node> node = referring.stream().findFirst().or(() -> Curie.expand(curie).map(NodeFactory::createURI)
                .filter(n -> known.standing(n) == ImportTerms.Standing.CURRENT));
        if (node.isPresent()) {
            return node.map(n -> new Product(n, false));
        }
        if (!everything) {
            findings.tally(ImportRule.SUBJECT, Severity.INFO, row, column,
                    "rows left out about genes and products that the"
                            + " graph does not know",
                    curie, "Import them too with --all.");
            return Optional.empty();
        }
        return iri(curie, row, column, findings).map(n -> new Product(n, true));
    }

    private Optional<Node> iri(String curie, long row, String column, ImportReport findings) {
        Optional<Node> iri = prefixes.iri(curie).or(() -> databases.address(GoDatabases.prefix(curie),
                GoDatabases.local(curie)))
                .map(NodeFactory::createURI);
        if (iri.isEmpty()) {
            findings.tally(ImportRule.SUBJECT, Severity.WARNING, row, column,
                    "rows left out about products of a database that"
                            + " has no addresses",
                    curie, "Nothing can be done about it here.");
        }
        return iri;
    }

    /** A product as the file tells of it. */
    public static void describe(Node product, String curie, String symbol, Consumer<Triple> out) {
        new TripleBuilder(product, out).a(OWL.Class.asNode()).text(RDFS.label.asNode(), symbol)
                .text(NodeFactory.createURI(OBO_ID), curie).is(RDFS.subClassOf.asNode(), ImportTerms.GENE_OR_PRODUCT);
    }
}
