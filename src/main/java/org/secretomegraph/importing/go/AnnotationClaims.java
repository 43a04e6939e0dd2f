package org.secretomegraph.importing.go;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.secretomegraph.graph.change.DigestIndex;
import org.secretomegraph.importing.record.Citation;
import org.secretomegraph.importing.record.GeneProducts;
import org.secretomegraph.importing.record.GoDatabases;
import org.secretomegraph.importing.record.ImportReport;
import org.secretomegraph.importing.record.ImportRequest;
import org.secretomegraph.importing.record.ImportRule;
import org.secretomegraph.importing.record.ImportTerms;
import org.secretomegraph.importing.record.Provenance;
import org.secretomegraph.importing.record.RecordClaim;
import org.secretomegraph.importing.record.StableKeys;
import org.secretomegraph.importing.record.TripleBuilder;
import org.secretomegraph.report.Severity;
import org.secretomegraph.vocab.Curie;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/** GO annotations as claims, and why a row does not become one. */
final class AnnotationClaims {
    private static final Node PROCESS = NodeFactory.createURI("http://purl.obolibrary.org/obo/GO_0008150");
    private static final Node VESICLE = NodeFactory.createURI("http://purl.obolibrary.org/obo/GO_1903561");
    private static final String NO_DATA = "ECO:0000307";
    private static final Set<String> COMPLEXES = Set.of("protein_complex", "protein-containing complex", "complex");

    private final ImportRequest request;
    private final ImportTerms known;
    private final GoDatabases databases;
    private final GeneProducts products;
    private final ImportReport findings;
    private final String fileName;
    private final Node graph;
    private final Consumer<Triple> out;
    private final DigestIndex taken = new DigestIndex();
    private final DigestIndex described = new DigestIndex();

    AnnotationClaims(ImportRequest request, ImportTerms known, GoDatabases databases, ImportReport findings,
            String fileName,
            Node graph, Consumer<Triple> out) {
        this.request = request;
        this.known = known;
        this.databases = databases;
        this.products = new GeneProducts(known, request.everything(), databases);
        this.findings = findings;
        this.fileName = fileName;
        this.graph = graph;
        this.out = out;
    }

    /** Says the row as a claim, and returns whether it could be one. */
    boolean take(Annotation row) {
        if (!hasStatement(row)) {
            return false;
        }
        Optional<GeneProducts.Product> product = products.find(row.product(), row.row(), "DB Object ID", findings);
        Optional<Node> term = product.isEmpty() ? Optional.empty() : term(row.term(), row.row(), "GO ID");
        Optional<Node> evidence = term.isEmpty() ? Optional.empty() : term(row.evidence(), row.row(), "Evidence Code");
        if (evidence.isEmpty() || !isOfItsKind(row, term.get())) {
            return false;
        }
        Optional<Citation> citation = Citation.of(row.references(), known, databases);
        if (citation.isEmpty()) {
            leftOut(row, ImportRule.PUBLICATION, Severity.WARNING, "Reference",
                    "rows left out that cite a reference without an address",
                    String.join("|", row.references()), "A claim cites a publication that can be opened.");
            return false;
        }
        if (isSaidAlready(row, citation.get())) {
            return false;
        }
        write(row, product.get(), term.get(), evidence.get(), citation.get());
        return true;
    }

    private boolean hasStatement(Annotation row) {
        boolean isNoVesicle = row.relation().aspect() == 'C'
                && !known.isUnder(NodeFactory.createURI(Curie.expand(row.term()).orElseThrow()), VESICLE);
        if (isNoVesicle || row.relation().ours().isEmpty()) {
            leftOut(row, ImportRule.NO_STATEMENT, Severity.INFO, "Relation",
                    "rows left out that state a function, or a place that is"
                            + " no vesicle of the graph: the model has no kind of claim for them",
                    row.relation().label(),
                    "Nothing needs to be done.");
            return false;
        }
        if (row.evidence().equals(NO_DATA)) {
            leftOut(row, ImportRule.NO_STATEMENT, Severity.INFO, "Evidence Code",
                    "rows left out that say that nothing is known"
                            + " (ND)",
                    row.term(), "Nothing needs to be done.");
            return false;
        }
        if (COMPLEXES.contains(row.type())) {
            leftOut(row, ImportRule.NO_STATEMENT, Severity.INFO, "DB Object Type",
                    "rows left out about complexes, which are no gene"
                            + " products",
                    row.product(), "Nothing needs to be done.");
            return false;
        }
        return true;
    }

    private Optional<Node> term(String curie, long row, String column) {
        Node term = NodeFactory.createURI(Curie.expand(curie).orElseThrow());
        return switch (known.standing(term)) {
            case CURRENT -> Optional.of(term);
            case UNKNOWN -> {
                findings.missing(curie);
                findings.tally(ImportRule.TERM, Severity.INFO, row, column,
                        "rows left out that name terms which the graph"
                                + " does not hold",
                        curie, "Write their list with --missing, bring them in with secretome link"
                                + " extract, and import again.");
                yield Optional.empty();
            }
            case WITHDRAWN -> {
                findings.tally(ImportRule.WITHDRAWN, Severity.WARNING, row, column, "rows left out that name withdrawn"
                        + " terms", curie, "Download a newer file.");
                yield Optional.empty();
            }
        };
    }

    /** A process must be one in the graph too. */
    private boolean isOfItsKind(Annotation row, Node term) {
        if (row.relation().aspect() == 'P' && !known.isUnder(term, PROCESS)) {
            leftOut(row, ImportRule.AGREEMENT, Severity.WARNING, "GO ID",
                    "rows left out that name a term as a process which"
                            + " is none in the graph",
                    row.term(), "Refresh the slice of GO, or tell the publisher.");
            return false;
        }
        return true;
    }

    /** Rows are told apart by what they say, of what publication, on what evidence. */
    private boolean isSaidAlready(Annotation row, Citation citation) {
        String said = row.statement() + " " + citation.iri().getURI() + " ";
        OptionalLong opposite = taken.find(said + !row.negated());
        if (opposite.isPresent()) {
            leftOut(row, ImportRule.CONTRADICTION, Severity.WARNING, "Relation",
                    "rows left out that say the opposite of an"
                            + " earlier row about the same publication",
                    "row " + opposite.getAsLong(),
                    "Read the publication and curate it by hand.");
            return true;
        }
        if (taken.first(said + row.negated() + " " + row.evidence(), row.row()).isPresent()) {
            leftOut(row, ImportRule.REPEATED, Severity.INFO, "Reference",
                    "rows left out that say again what an earlier row says,"
                            + " with another with or from, date or group",
                    row.product() + " " + row.term(),
                    "Nothing needs to be done.");
            return true;
        }
        taken.first(said + row.negated(), row.row());
        return false;
    }

    private void write(Annotation row, GeneProducts.Product product, Node term, Node evidence, Citation citation) {
        Node publication = citation.iri();
        if (!known.isDescribed(publication) && described.add(publication.getURI())) {
            TripleBuilder said = RecordClaim.publication(publication, RecordClaim.Standing.DATABASE, out);
            citation.identifier().ifPresent(property -> said.text(property, citation.value()));
        }
        if (product.isNew() && described.add(product.node().getURI())) {
            GeneProducts.describe(product.node(), row.product(), row.symbol(), out);
        }
        String key = StableKeys.prefix(request.format(), fileName) + "-" + StableKeys.digest(row.statement() + " "
                + publication.getURI() + " " + row.negated() + " " + row.evidence());
        boolean isPlace = row.relation().aspect() == 'C';
        new RecordClaim(key, Scso.term(isPlace ? "SecretionClaim" : "ParticipationClaim"), product.node(),
                row.relation().ours().orElseThrow(), term, row.negated(), evidence, RecordClaim.Standing.DATABASE,
                publication,
                sentence(row, product, term, isPlace), row.note())
                .write(new RecordClaim.Place(request.seenAt(), fileName, Optional.of(row.row())), out)
                .text(Scso.subjectAsNamed, row.form()).date(Terms.created, row.date())
                .is(Terms.wasAttributedTo, Provenance.agent(graph, row.assignedBy(), described.add(
                        "by " + row.assignedBy()) ? out : t -> {}));
    }

    private String sentence(Annotation row, GeneProducts.Product product, Node term, boolean isPlace) {
        String subject = product.isNew() ? row.symbol() : known.label(product.node());
        String verb = row.negated() ? isPlace ? "as not located in " : "as not taking part in "
                : isPlace ? "as located in " : "to ";
        return subject + " is annotated " + verb + known.label(term) + " by " + row.assignedBy() + " on " + row.code()
                + " evidence.";
    }

    private void leftOut(Annotation row, ImportRule rule, Severity severity, String column, String problem,
            String value,
            String remedy) {
        findings.tally(rule, severity, row.row(), column, problem, value, remedy);
    }
}
