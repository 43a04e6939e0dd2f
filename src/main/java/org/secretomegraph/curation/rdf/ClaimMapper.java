package org.secretomegraph.curation.rdf;

import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.curation.read.ClaimRow;
import org.secretomegraph.curation.read.ClaimSheet;
import org.secretomegraph.curation.term.CodeMapping;
import org.secretomegraph.table.CellError;
import org.secretomegraph.table.SheetRule;
import org.secretomegraph.vocab.Curie;
import org.secretomegraph.vocab.PublicationIris;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/**
 * A row of a claim sheet as triples: the claim, its publication, and what the study is known to report.
 *
 * <p>A cell that cannot be used becomes a stand-in that nothing is known of, so that the shapes do not take the cell
 * for empty, nor two rows for the same; what they say of the stand-in is said at the cell, and reported there already.
 */
public final class ClaimMapper {
    private static final String STAND_IN = "urn:secretome:unread:";

    private final ClaimSheet sheet;
    private final ClaimRow row;
    private final Set<ClaimColumn> unusable;
    private final CodeMapping codes;
    private final ClaimSink out;

    /** @param unusable columns whose cells cannot be used */
    public ClaimMapper(ClaimSheet sheet, ClaimRow row, Set<ClaimColumn> unusable, CodeMapping codes, ClaimSink out) {
        this.sheet = sheet;
        this.row = row;
        this.unusable = unusable;
        this.codes = codes;
        this.out = out;
    }

    public void emit() {
        Node claim = Scso.claim(unusable.contains(ClaimColumn.CLAIM_KEY) || !row.has(ClaimColumn.CLAIM_KEY)
                ? "row-" + row.number() + "-without-a-key" : row.text(ClaimColumn.CLAIM_KEY));
        add(claim, RDF.type.asNode(), codes.kindOf(states(ClaimColumn.RELATION) ? row.text(ClaimColumn.RELATION) : ""));
        for (ClaimColumn column : ClaimColumn.values()) {
            cell(claim, column);
        }
        provenance(claim);
        publication(claim);
        if (states(ClaimColumn.REGISTRATION)) {
            registration(claim);
        }
    }

    private boolean states(ClaimColumn column) {
        return row.has(column) && !unusable.contains(column);
    }

    private void cell(Node claim, ClaimColumn column) {
        if (!row.has(column)) {
            return;
        }
        switch (column.content()) {
            case TERM, TERMS -> terms(claim, column);
            case CODE -> add(claim, column.property(), states(column) ? codes.term(row.text(column)) : standIn(column));
            case TEXT -> text(claim, column);
            case KEY, LABEL, PUBLICATION -> {}
        }
    }

    private Node standIn(ClaimColumn column) {
        return NodeFactory.createURI(STAND_IN + row.number() + ":" + column.heading());
    }

    private void terms(Node claim, ClaimColumn column) {
        if (!states(column)) {
            add(claim, column.property(), standIn(column));
            return;
        }
        for (String curie : row.parts(column)) {
            Curie.expand(curie).map(NodeFactory::createURI).ifPresentOrElse(
                    term -> add(claim, column.property(), term),
                    () -> out.reject(row, column, CellError.of(SheetRule.CURIE, "'" + curie + "' is not an identifier",
                            "Write PREFIX:number with one of " + String.join(", ", Curie.prefixes()) + ".")));
        }
    }

    private void text(Node claim, ClaimColumn column) {
        switch (column) {
            case REGISTRATION -> {}
            case FINDING -> add(claim, column.property(), NodeFactory.createLiteralLang(row.text(column), "en"));
            case SEEN_AT -> row.parts(column).forEach(address -> add(claim, column.property(),
                    NodeFactory.createLiteralDT(address, XSDDatatype.XSDanyURI)));
            case TREATED_NUMBER, CONTROL_NUMBER -> add(claim, column.property(), states(column)
                    ? NodeFactory.createLiteralDT(row.text(column), XSDDatatype.XSDinteger) : standIn(column));
            case MATURE_MIRNA -> row.parts(column).forEach(arm -> add(claim, column.property(),
                    NodeFactory.createLiteralString(arm)));
            default -> add(claim, column.property(), NodeFactory.createLiteralString(
                    states(column) ? row.text(column) : standIn(column).getURI()));
        }
    }

    private void provenance(Node claim) {
        sheet.stated("curator")
                .ifPresent(c -> add(claim, Terms.wasAttributedTo, NodeFactory.createURI(PublicationIris.encoded(c))));
        sheet.stated("date").filter(d -> d.matches("\\d{4}-\\d{2}-\\d{2}")).ifPresent(d -> add(claim, Terms.created,
                NodeFactory.createLiteralDT(d, XSDDatatype.XSDdate)));
        add(claim, Scso.sourceFile, NodeFactory.createLiteralString(sheet.file().getFileName().toString()));
        add(claim, Scso.sourceRow, NodeFactory.createLiteralDT(Long.toString(row.number()), XSDDatatype.XSDinteger));
    }

    /** A publication whose identifiers cannot be used stands alone: by its other ones it would mix with another. */
    private void publication(Node claim) {
        boolean isBroken = unusable.stream().anyMatch(ClaimColumn::identifiesPublication);
        Optional<Node> iri = isBroken ? Optional.of(standIn(ClaimColumn.DOI)) : publicationOf(row);
        iri.ifPresent(publication -> {
            add(claim, Scso.publication, publication);
            describe(publication);
            if (!isBroken) {
                identify(publication);
                new StudyMapper(row, publication, out::add).emit();
            }
        });
    }

    /** The publication's IRI: its DOI, else its PubMed, else its PubMed Central page, else the page that was read. */
    public static Optional<Node> publicationOf(ClaimRow row) {
        return PublicationIris.of(row.text(ClaimColumn.DOI), row.text(ClaimColumn.PMID), row.text(ClaimColumn.PMCID),
                row.text(ClaimColumn.URL)).map(NodeFactory::createURI);
    }

    private void describe(Node publication) {
        add(publication, RDF.type.asNode(), Scso.Publication);
        literal(publication, Terms.title, ClaimColumn.TITLE);
        if (states(ClaimColumn.YEAR)) {
            add(publication, Terms.issued,
                    NodeFactory.createLiteralDT(row.text(ClaimColumn.YEAR), XSDDatatype.XSDgYear));
        }
        if (states(ClaimColumn.STUDY_KIND)) {
            add(publication, Scso.studyKind, codes.term(row.text(ClaimColumn.STUDY_KIND)));
        }
    }

    private void identify(Node publication) {
        literal(publication, Terms.doi, ClaimColumn.DOI);
        literal(publication, Terms.pmid, ClaimColumn.PMID);
        literal(publication, Scso.pmcid, ClaimColumn.PMCID);
    }

    private void literal(Node about, Node property, ClaimColumn column) {
        if (states(column)) {
            add(about, property, NodeFactory.createLiteralString(row.text(column)));
        }
    }

    private void registration(Node claim) {
        for (String number : row.parts(ClaimColumn.REGISTRATION)) {
            Node study = Scso.study(number.replaceAll("[^A-Za-z0-9.]+", "-"));
            add(claim, Scso.registration, study);
            add(study, RDF.type.asNode(), Scso.Study);
            add(study, Scso.registeredAs, NodeFactory.createLiteralString(number));
        }
    }

    private void add(Node subject, Node property, Node value) {
        out.add(Triple.create(subject, property, value));
    }
}
