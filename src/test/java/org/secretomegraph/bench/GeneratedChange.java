package org.secretomegraph.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.bench.GeneratedTerms.Kind;
import org.secretomegraph.vocab.Scso;

/**
 * A small change of a made graph, of ten triples but for {@link Case#CLAIM}.
 *
 * @param refused whether the shapes must refuse it
 */
record GeneratedChange(Case kind, Node graph, List<Triple> added, List<Triple> removed, boolean refused) {

    /** What kind of change it is. */
    enum Case {
        /** Ten values more, at two claims. */
        INSERT,
        /** Ten values less, at two claims. */
        DELETE,
        /** Five values of a claim in place of five others; its object and so its direct link are among them. */
        REPLACE,
        /** A publication and its study. */
        PUBLISH,
        /** Five values in place of five others, one of them wrong. */
        REFUSE,
        /** A whole new claim, 27 triples. */
        CLAIM
    }

    /** The change number i of a graph. */
    static GeneratedChange of(GeneratedClaims graph, int i) {
        SplittableRandom random = new SplittableRandom(1_000_003L * (i + 1));
        int claim = random.nextInt(graph.claims());
        return switch (Case.values()[i % Case.values().length]) {
            case INSERT -> insert(graph, claim, random);
            case DELETE -> delete(graph, claim);
            case REPLACE -> replace(graph, claim, Optional.empty(), random);
            case PUBLISH -> publish(claim, i);
            case REFUSE -> replace(graph, claim, Optional.of(wrong(claim, i / Case.values().length)), random);
            case CLAIM -> claim(graph, claim);
        };
    }

    private static GeneratedChange insert(GeneratedClaims graph, int claim, SplittableRandom random) {
        List<Triple> added = new ArrayList<>();
        for (int at : two(graph, claim)) {
            Node iri = GeneratedClaims.iri(at);
            GeneratedTerms terms = graph.terms();
            GeneratedClaims.say(added, iri, Scso.preconditioning, terms.pick(Kind.PRECONDITIONING, random));
            GeneratedClaims.say(added, iri, Scso.preconditioningDetail, GeneratedClaims.text("1 percent oxygen"));
            GeneratedClaims.say(added, iri, Scso.subjectAsNamed, GeneratedClaims.text("vesicles of batch " + claim));
            GeneratedClaims.say(added, iri, RDFS.comment.asNode(), GeneratedClaims.text("Read again."));
            GeneratedClaims.say(added, iri, Scso.seenAt,
                    GeneratedClaims.typed("https://example.org/again/" + at, XSDDatatype.XSDanyURI));
        }
        return new GeneratedChange(Case.INSERT, GeneratedClaims.graph(claim), added, List.of(), false);
    }

    private static GeneratedChange delete(GeneratedClaims graph, int claim) {
        List<Node> optional = List.of(Scso.sourceTissue, Scso.model, Scso.regimen, Scso.assay, Scso.isolation);
        List<Triple> removed = new ArrayList<>();
        for (int at : two(graph, claim)) {
            graph.claim(at).stream().filter(t -> optional.contains(t.getPredicate())).forEach(removed::add);
        }
        return new GeneratedChange(Case.DELETE, GeneratedClaims.graph(claim), List.of(), removed, false);
    }

    /** The claim and another of its sheet. */
    private static int[] two(GeneratedClaims graph, int claim) {
        int first = claim / GeneratedClaims.CLAIMS_PER_SHEET * GeneratedClaims.CLAIMS_PER_SHEET;
        int count = Math.min(GeneratedClaims.CLAIMS_PER_SHEET, graph.claims() - first);
        int other = first + (claim - first + 1) % count;
        return other == claim ? new int[] {claim} : new int[] {claim, other};
    }

    private static GeneratedChange replace(GeneratedClaims graph, int claim, Optional<Triple> wrong,
            SplittableRandom random) {
        List<Node> replaced = List.of(Scso.object, Scso.finding, Scso.measure, Scso.model, Scso.regimen);
        List<Triple> removed = graph.claim(claim).stream().filter(t -> replaced.contains(t.getPredicate())).toList();
        Optional<Node> instead = wrong.map(w -> replaced.contains(w.getPredicate()) ? w.getPredicate() : Scso.regimen);
        List<Triple> added = removed.stream().map(t -> instead.isPresent() && instead.get().equals(t.getPredicate())
                ? wrong.get() : Triple.create(t.getSubject(), t.getPredicate(), another(t, graph, claim, random)))
                .toList();
        return new GeneratedChange(wrong.isPresent() ? Case.REFUSE : Case.REPLACE, GeneratedClaims.graph(claim), added,
                removed,
                wrong.isPresent());
    }

    private static Node another(Triple t, GeneratedClaims graph, int claim, SplittableRandom random) {
        return t.getPredicate().equals(Scso.object) ? graph.terms().pick(kindOf(claim), random)
                : t.getPredicate().equals(Scso.finding)
                        ? GeneratedClaims.finding("On second reading the measure did not change.")
                        : GeneratedClaims.text("on second reading " + random.nextInt(1000));
    }

    private static Kind kindOf(int claim) {
        return claim % 5 == 0 ? Kind.CELL : claim % 5 == 1 ? Kind.CONDITION : Kind.PROCESS;
    }

    /**
     * Something that no claim may have, in turn: a second outcome, an unknown term, a wrong language, nobody's paper.
     */
    private static Triple wrong(int claim, int turn) {
        Node iri = GeneratedClaims.iri(claim);
        return switch (turn % 4) {
            case 0 -> Triple.create(iri, Scso.outcome, Scso.term("refutes"));
            case 1 -> Triple.create(iri, Scso.object,
                    NodeFactory.createURI("http://purl.obolibrary.org/obo/GO_9999999"));
            case 2 -> Triple.create(iri, Scso.finding,
                    NodeFactory.createLiteralLang("Das Mass blieb, wie es war.", "de"));
            default -> Triple.create(iri, Scso.publication, NodeFactory.createURI("https://doi.org/10.5555/nobody"));
        };
    }

    private static GeneratedChange publish(int claim, int i) {
        String doi = "10.5555/new." + i;
        Node publication = NodeFactory.createURI("https://doi.org/" + doi);
        List<Triple> added = new ArrayList<>(GeneratedClaims.publication(publication, doi));
        Node study = Scso.study("doi.org-10.5555-new." + i);
        added.add(Triple.create(study, RDF.type.asNode(), Scso.Study));
        GeneratedClaims.say(added, study, Scso.reportedIn, publication);
        GeneratedClaims.say(added, study, Scso.reportsItem, Scso.term("assayItem"));
        GeneratedClaims.say(added, study, Scso.reportsItem, Scso.term("modelItem"));
        GeneratedClaims.say(added, study, Scso.reportsItem, Scso.term("measureItem"));
        return new GeneratedChange(Case.PUBLISH, GeneratedClaims.graph(claim), added, List.of(), false);
    }

    private static GeneratedChange claim(GeneratedClaims graph, int claim) {
        Node iri = GeneratedClaims.iri(claim + graph.claims());
        List<Triple> added = graph.claim(claim).stream().map(t -> Triple.create(iri, t.getPredicate(),
                t.getPredicate().equals(Scso.model) ? GeneratedClaims.text("another model") : t.getObject())).toList();
        return new GeneratedChange(Case.CLAIM, GeneratedClaims.graph(claim), added, List.of(), false);
    }

    /** What takes it back. */
    GeneratedChange undone() {
        return new GeneratedChange(kind, graph, removed, added, false);
    }

    void applyTo(DatasetGraph dataset) {
        removed.forEach(t -> dataset.delete(graph, t.getSubject(), t.getPredicate(), t.getObject()));
        added.forEach(t -> dataset.add(graph, t.getSubject(), t.getPredicate(), t.getObject()));
    }
}
