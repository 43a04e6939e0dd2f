package org.secretomegraph.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.secretomegraph.bench.GeneratedTerms.Kind;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.Source;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/**
 * A graph of any size that looks like ours and that the shapes accept: claims with their publications and studies in
 * graphs of a few hundred, terms in a hierarchy. The same size gives the same graph.
 */
final class GeneratedClaims implements Source {
    /** What one claim adds to the graph, with its share of terms, publications and all that follows. */
    private static final int TRIPLES_PER_CLAIM = 46;
    private static final int CLAIMS_PER_PUBLICATION = 3;
    static final int CLAIMS_PER_SHEET = 300;

    private static final List<String> ITEMS = List.of("sourceCellItem", "donorSpeciesItem", "preparationItem",
            "isolationItem", "assayItem", "regimenItem", "modelItem", "measureItem");

    private final GeneratedTerms terms;
    private final int claims;

    /** @param triples about so many, with what follows from them */
    GeneratedClaims(Graph ontology, long triples) {
        this.claims = (int) Math.max(30, (triples - 2_500) / TRIPLES_PER_CLAIM);
        this.terms = new GeneratedTerms(ontology, Math.max(60, claims / 5));
    }

    int claims() {
        return claims;
    }

    GeneratedTerms terms() {
        return terms;
    }

    @Override
    public void addTo(DatasetGraph dataset) {
        terms.tell(t -> add(NamedGraphs.ONTOLOGY, t, dataset));
        for (int i = 0; i < claims; i++) {
            Node graph = graph(i);
            claim(i).forEach(t -> add(graph, t, dataset));
            if (i % CLAIMS_PER_PUBLICATION == 0) {
                publication(i).forEach(t -> add(graph, t, dataset));
            }
        }
    }

    private static void add(Node graph, Triple t, DatasetGraph dataset) {
        dataset.add(graph, t.getSubject(), t.getPredicate(), t.getObject());
    }

    static Node graph(int claim) {
        return NamedGraphs.curation("made-" + claim / CLAIMS_PER_SHEET);
    }

    static Node iri(int claim) {
        return Scso.claim("made-" + claim);
    }

    static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }

    static Node finding(String text) {
        return NodeFactory.createLiteralLang(text, "en");
    }

    static Node typed(String text, XSDDatatype type) {
        return NodeFactory.createLiteralDT(text, type);
    }

    private static Node publicationOf(int claim) {
        return NodeFactory.createURI("https://doi.org/10.5555/made." + claim / CLAIMS_PER_PUBLICATION);
    }

    /** All that the graph says of a claim. */
    List<Triple> claim(int i) {
        SplittableRandom random = new SplittableRandom(i);
        List<Triple> said = new ArrayList<>();
        Node claim = iri(i);
        boolean secreted = i % 5 == 0;
        boolean condition = i % 5 == 1;
        said.add(Triple.create(claim, RDF.type.asNode(), secreted ? Scso.SecretionClaim : Scso.EffectClaim));
        say(said, claim, Scso.subject, terms.pick(condition ? Kind.PREPARATION : Kind.COMPONENT, random));
        say(said, claim, Scso.relation, Scso.term(secreted ? "secretedBy" : condition ? "ameliorates"
                : i % 2 == 0 ? "promotes" : "inhibits"));
        say(said, claim, Scso.object,
                terms.pick(secreted ? Kind.CELL : condition ? Kind.CONDITION : Kind.PROCESS, random));
        say(said, claim, Scso.outcome, Scso.term(i % 9 == 0 ? "noEffect" : "supports"));
        say(said, claim, Scso.sourceCell, terms.pick(Kind.CELL, random));
        say(said, claim, Scso.sourceTissue, terms.pick(Kind.TISSUE, random));
        say(said, claim, Scso.donorSpecies, terms.pick(Kind.TAXON, random));
        say(said, claim, Scso.preparation, terms.pick(Kind.PREPARATION, random));
        say(said, claim, Scso.isolation, terms.pick(Kind.ISOLATION, random));
        say(said, claim, Scso.setting, Scso.term("animal"));
        say(said, claim, Scso.hostSpecies, terms.pick(Kind.TAXON, random));
        say(said, claim, Scso.model, text("model " + i));
        say(said, claim, Scso.regimen, text("two doses, " + i % 7 + " days apart"));
        say(said, claim, Scso.measure, text("measure " + i % 400));
        say(said, claim, Scso.assay, terms.pick(Kind.ASSAY, random));
        say(said, claim, Scso.evidence, terms.pick(Kind.EVIDENCE, random));
        say(said, claim, Scso.evidenceLevel, Scso.term("animalEvidence"));
        say(said, claim, Scso.studyKind, Scso.term("primary"));
        say(said, claim, Scso.publication, publicationOf(i));
        say(said, claim, Scso.finding,
                finding("In model " + i + " the measure changed by " + random.nextInt(90) + " percent."));
        say(said, claim, Scso.readingDepth, Scso.term("abstract"));
        say(said, claim, Scso.seenAt, typed("https://example.org/page/" + i, XSDDatatype.XSDanyURI));
        say(said, claim, Terms.wasAttributedTo, Scso.term("curators"));
        say(said, claim, Terms.created, typed("2026-11-23", XSDDatatype.XSDdate));
        say(said, claim, Scso.sourceFile, text("made-" + i / CLAIMS_PER_SHEET + ".tsv"));
        say(said, claim, Scso.sourceRow, typed(Integer.toString(i % CLAIMS_PER_SHEET + 20), XSDDatatype.XSDinteger));
        return said;
    }

    /** The publication of a claim and its study. Each tenth study leaves something out, and is warned of. */
    List<Triple> publication(int claim) {
        int number = claim / CLAIMS_PER_PUBLICATION;
        List<Triple> said = new ArrayList<>(publication(publicationOf(claim), "10.5555/made." + number));
        Node study = Scso.study("doi.org-10.5555-made." + number);
        said.add(Triple.create(study, RDF.type.asNode(), Scso.Study));
        say(said, study, Scso.reportedIn, publicationOf(claim));
        ITEMS.stream().limit(number % 10 == 0 ? 5 : ITEMS.size())
                .forEach(item -> say(said, study, Scso.reportsItem, Scso.term(item)));
        return said;
    }

    static List<Triple> publication(Node publication, String doi) {
        List<Triple> said = new ArrayList<>();
        said.add(Triple.create(publication, RDF.type.asNode(), Scso.Publication));
        say(said, publication, Terms.title, text("Of the secretome, part " + doi));
        say(said, publication, Terms.issued, typed("2024", XSDDatatype.XSDgYear));
        say(said, publication, Scso.studyKind, Scso.term("primary"));
        say(said, publication, Terms.doi, text(doi));
        return said;
    }

    static void say(List<Triple> said, Node subject, Node property, Node value) {
        said.add(Triple.create(subject, property, value));
    }
}
