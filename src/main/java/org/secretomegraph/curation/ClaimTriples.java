package org.secretomegraph.curation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.secretomegraph.graph.BadInput;
import org.secretomegraph.vocab.Curie;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/** A row of a claim sheet as triples: the claim, its publication, and what the study is known to report. */
final class ClaimTriples {
    private final ClaimSheet sheet;
    private final ClaimRow row;
    private final ClaimKinds kinds;
    private final Consumer<Triple> out;

    ClaimTriples(ClaimSheet sheet, ClaimRow row, ClaimKinds kinds, Consumer<Triple> out) {
        this.sheet = sheet;
        this.row = row;
        this.kinds = kinds;
        this.out = out;
    }

    void emit() {
        Node claim = Scso.claim(row.text(ClaimColumn.CLAIM_KEY));
        add(claim, RDF.type.asNode(), kinds.of(row.text(ClaimColumn.RELATION)));
        for (ClaimColumn column : ClaimColumn.values()) {
            cell(claim, column);
        }
        provenance(claim);
        publication().ifPresent(publication -> {
            add(claim, Scso.publication, publication);
            describe(publication);
            new StudyTriples(row, publication, out).emit();
        });
        if (row.has(ClaimColumn.REGISTRATION)) {
            registration(claim);
        }
    }

    private void cell(Node claim, ClaimColumn column) {
        if (!row.has(column)) {
            return;
        }
        switch (column.content()) {
            case TERM, TERMS -> row.parts(column).forEach(curie -> add(claim, column.property(), term(column, curie)));
            case CODE -> add(claim, column.property(), Scso.term(row.text(column)));
            case TEXT -> text(claim, column);
            case KEY, LABEL, PUBLICATION -> { }
        }
    }

    private void text(Node claim, ClaimColumn column) {
        switch (column) {
            case REGISTRATION -> { }
            case FINDING -> add(claim, column.property(), NodeFactory.createLiteralLang(row.text(column), "en"));
            case SEEN_AT -> row.parts(column).forEach(address -> add(claim, column.property(),
                    NodeFactory.createLiteralDT(address, XSDDatatype.XSDanyURI)));
            default -> add(claim, column.property(), NodeFactory.createLiteralString(row.text(column)));
        }
    }

    private Node term(ClaimColumn column, String curie) {
        return Curie.expand(curie).map(NodeFactory::createURI).orElseThrow(() -> new BadInput(sheet.file() + ":"
                + row.number() + ":" + column.heading() + ": '" + curie + "' is no identifier; write PREFIX:number"
                + " with one of " + String.join(", ", Curie.prefixes())));
    }

    private void provenance(Node claim) {
        sheet.stated("curator").ifPresent(c -> add(claim, Terms.wasAttributedTo, NodeFactory.createURI(c)));
        sheet.stated("date").ifPresent(d -> add(claim, Terms.created,
                NodeFactory.createLiteralDT(d, XSDDatatype.XSDdate)));
        add(claim, Scso.sourceFile, NodeFactory.createLiteralString(sheet.file().getFileName().toString()));
        add(claim, Scso.sourceRow, NodeFactory.createLiteralDT(Long.toString(row.number()), XSDDatatype.XSDinteger));
    }

    /** The publication's IRI: its DOI, else its PubMed, else its PubMed Central page, else the page that was read. */
    private java.util.Optional<Node> publication() {
        String iri = row.has(ClaimColumn.DOI) ? "https://doi.org/" + row.text(ClaimColumn.DOI).toLowerCase(Locale.ROOT)
                : row.has(ClaimColumn.PMID) ? "https://pubmed.ncbi.nlm.nih.gov/" + row.text(ClaimColumn.PMID) + "/"
                : row.has(ClaimColumn.PMCID)
                        ? "https://pmc.ncbi.nlm.nih.gov/articles/" + row.text(ClaimColumn.PMCID) + "/"
                : row.text(ClaimColumn.URL);
        return iri.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(NodeFactory.createURI(encoded(iri)));
    }

    /** Old DOIs hold characters that an IRI may not: {@code <}, {@code >} and others are percent-encoded. */
    private static String encoded(String iri) {
        try {
            URI ok = new URI(iri);
            return ok.toString();
        } catch (URISyntaxException e) {
            return iri.replace("%", "%25").replace("<", "%3C").replace(">", "%3E").replace(" ", "%20")
                    .replace("[", "%5B").replace("]", "%5D").replace("\"", "%22");
        }
    }

    private void describe(Node publication) {
        add(publication, RDF.type.asNode(), Scso.Publication);
        literal(publication, Terms.title, ClaimColumn.TITLE);
        literal(publication, Terms.doi, ClaimColumn.DOI);
        literal(publication, Terms.pmid, ClaimColumn.PMID);
        literal(publication, Scso.pmcid, ClaimColumn.PMCID);
        if (row.has(ClaimColumn.YEAR)) {
            add(publication, Terms.issued,
                    NodeFactory.createLiteralDT(row.text(ClaimColumn.YEAR), XSDDatatype.XSDgYear));
        }
        add(publication, Scso.studyKind, Scso.term(row.text(ClaimColumn.STUDY_KIND)));
    }

    private void literal(Node about, Node property, ClaimColumn column) {
        if (row.has(column)) {
            add(about, property, NodeFactory.createLiteralString(row.text(column)));
        }
    }

    private void registration(Node claim) {
        for (String number : row.parts(ClaimColumn.REGISTRATION)) {
            Node study = Scso.study(number);
            add(claim, Scso.registration, study);
            add(study, RDF.type.asNode(), Scso.Study);
            add(study, Scso.registeredAs, NodeFactory.createLiteralString(number));
        }
    }

    private void add(Node subject, Node property, Node value) {
        out.accept(Triple.create(subject, property, value));
    }
}
