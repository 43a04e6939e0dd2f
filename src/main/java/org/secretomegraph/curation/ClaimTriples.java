package org.secretomegraph.curation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.secretomegraph.guard.Finding;
import org.secretomegraph.guard.Place;
import org.secretomegraph.guard.Rulebook;
import org.secretomegraph.guard.Spelling;
import org.secretomegraph.vocab.Curie;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/** A row of a claim sheet as triples: the claim, its publication, and what the study is known to report. */
final class ClaimTriples {
    private final ClaimSheet sheet;
    private final ClaimRow row;
    private final SheetCodes codes;
    private final ClaimSink out;

    ClaimTriples(ClaimSheet sheet, ClaimRow row, SheetCodes codes, ClaimSink out) {
        this.sheet = sheet;
        this.row = row;
        this.codes = codes;
        this.out = out;
    }

    void emit() {
        Node claim = Scso.claim(row.text(ClaimColumn.CLAIM_KEY));
        add(claim, RDF.type.asNode(), codes.kindOf(row.text(ClaimColumn.RELATION)));
        for (ClaimColumn column : ClaimColumn.values()) {
            cell(claim, column);
        }
        provenance(claim);
        publication().ifPresent(publication -> {
            add(claim, Scso.publication, publication);
            describe(publication);
            new StudyTriples(row, publication, out::say).emit();
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
            case TERM, TERMS -> row.parts(column).forEach(curie ->
                    term(column, curie).ifPresent(term -> add(claim, column.property(), term)));
            case CODE -> code(column).ifPresent(term -> add(claim, column.property(), term));
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

    private Optional<Node> term(ClaimColumn column, String curie) {
        Optional<Node> term = Curie.expand(curie).map(NodeFactory::createURI);
        if (term.isEmpty()) {
            out.badCell(bad(column, "'" + curie + "' is no identifier", "Write PREFIX:number in column "
                    + column.heading() + " with one of " + String.join(", ", Curie.prefixes()) + "."
                    + Spelling.nearest(curie.replaceFirst(":.*", ""), Curie.prefixes())
                            .map(prefix -> " Did you mean " + prefix + "?").orElse("")));
        }
        return term;
    }

    private Optional<Node> code(ClaimColumn column) {
        String word = row.text(column);
        if (!word.matches("[A-Za-z]+")) {
            out.badCell(bad(column, "'" + word + "' is no single word", "Write one of the words that column "
                    + column.heading() + " may hold."));
            return Optional.empty();
        }
        return Optional.of(codes.term(word));
    }

    private Finding bad(ClaimColumn column, String problem, String remedy) {
        return Finding.inText(Rulebook.NS + "Sheet-cell",
                Place.inText(sheet.file().toString(), row.number(), column.heading()), problem, remedy);
    }

    private void provenance(Node claim) {
        sheet.stated("curator").ifPresent(c -> add(claim, Terms.wasAttributedTo, NodeFactory.createURI(c)));
        sheet.stated("date").ifPresent(d -> add(claim, Terms.created,
                NodeFactory.createLiteralDT(d, XSDDatatype.XSDdate)));
        add(claim, Scso.sourceFile, NodeFactory.createLiteralString(sheet.file().getFileName().toString()));
        add(claim, Scso.sourceRow, NodeFactory.createLiteralDT(Long.toString(row.number()), XSDDatatype.XSDinteger));
    }

    /** The publication's IRI: its DOI, else its PubMed, else its PubMed Central page, else the page that was read. */
    private Optional<Node> publication() {
        String iri = row.has(ClaimColumn.DOI) ? "https://doi.org/" + row.text(ClaimColumn.DOI).toLowerCase(Locale.ROOT)
                : row.has(ClaimColumn.PMID) ? "https://pubmed.ncbi.nlm.nih.gov/" + row.text(ClaimColumn.PMID) + "/"
                : row.has(ClaimColumn.PMCID)
                        ? "https://pmc.ncbi.nlm.nih.gov/articles/" + row.text(ClaimColumn.PMCID) + "/"
                : row.text(ClaimColumn.URL);
        return iri.isEmpty() ? Optional.empty() : Optional.of(NodeFactory.createURI(encoded(iri)));
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
        if (row.has(ClaimColumn.STUDY_KIND)) {
            add(publication, Scso.studyKind, codes.term(row.text(ClaimColumn.STUDY_KIND)));
        }
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
        out.say(Triple.create(subject, property, value));
    }
}
