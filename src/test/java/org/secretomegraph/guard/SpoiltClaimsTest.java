package org.secretomegraph.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.findings.CandidateData;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.NodeLabels;
import org.secretomegraph.report.ReportFormat;
import org.secretomegraph.report.Severity;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/**
 * Copies of real claims, each spoilt as people spoil them. What was done must be found by its rule, at its place, with
 * its remedy; the copies that nobody spoilt must pass.
 */
class SpoiltClaimsTest {
    private static final Graph GRAPH = BundledGraph.snapshot().union();
    private static final Validator VALIDATION = new Validator(BundledGraph.services().shapes());
    private static final Node TYPE = RDF.type.asNode();

    /**
     * The first claim, by key, that the graph holds with these values: real, and without a key that may be withdrawn.
     */
    private final Node ameliorates = claim(Scso.relation, Scso.term("ameliorates"), Scso.setting, Scso.term("animal"));
    private final Node secreted = claim(Scso.relation, Scso.term("secretedBy"), Scso.setting, Scso.term("inVitro"));

    @TestFactory
    Stream<DynamicTest> spoiltCopies() {
        return Stream.of(
                spoilt("wrong class", ameliorates, "Claim-class", "rdf:type", "exactly one of",
                        c -> c.set(TYPE, Scso.Publication)),
                spoilt("misspelt class", ameliorates, "Claim-classKnown", "rdf:type", "Did you mean EffectClaim?",
                        c -> c.set(TYPE, Scso.term("Efectclaim"))),
                spoilt("class of another kind", ameliorates, "Claim-kindOfRelation", "", "scso:claimKind",
                        c -> c.set(TYPE, Scso.ParticipationClaim)),
                spoilt("missing publication", ameliorates, "Claim-publication", "publication", "doi",
                        c -> c.set(Scso.publication)),
                spoilt("two outcomes", ameliorates, "Claim-outcome", "outcome", "exactly one",
                        c -> c.set(Scso.outcome, Scso.term("supports"), Scso.term("refutes"))),
                spoilt("misspelt outcome", ameliorates, "Claim-outcome", "outcome", "Did you mean supports?",
                        c -> c.set(Scso.outcome, Scso.term("suports"))),
                spoilt("text in a number", ameliorates, "Publication-year", "dcterms:issued", "four digits",
                        c -> c.publication(Terms.issued, typed("twenty twenty", XSDDatatype.XSDgYear))),
                spoilt("letters in a PubMed identifier", ameliorates, "Publication-pmid", "bibo:pmid", "column pmid",
                        c -> c.publication(Terms.pmid, text("PMID:12"))),
                spoilt("wrong datatype of the date", ameliorates, "Claim-created", "dcterms:created", "2026-11-23",
                        c -> c.set(Terms.created, text("2026-11-23"))),
                spoilt("dangling object", ameliorates, "Claim-objectKnown", "object", "column object",
                        c -> c.set(Scso.object, obo("MONDO_9999999"))),
                spoilt("a zero short in a CURIE", ameliorates, "Claim-objectKnown", "object", "Did you mean",
                        c -> c.set(Scso.object, obo("GO_001525"))),
                spoilt("a CURIE of the wrong prefix", ameliorates, "Claim-sourceCell", "sourceCell", "CL:0000000",
                        c -> c.set(Scso.sourceCell, obo("UBERON_0000134"))),
                spoilt("a process is ameliorated", ameliorates, "Claim-objectKind", "object", "disease",
                        c -> c.set(Scso.object, obo("GO_0001525"))),
                spoilt("a condition secretes", secreted, "Claim-objectKind", "object", "cell",
                        c -> c.set(Scso.object, obo("MONDO_0005068"))),
                spoilt("a method ameliorates", ameliorates, "Claim-subjectKind", "subject", "column subject",
                        c -> c.set(Scso.subject, Scso.term("0000302"))),
                spoilt("misspelt property", ameliorates, "Claim-knownProperties", "evidenceLevl",
                        "Did you mean evidenceLevel?", c -> c.rename(Scso.evidenceLevel, Scso.term("evidenceLevl"))),
                spoilt("misspelt relation", ameliorates, "Claim-relationKnown", "relation", "Did you mean ameliorates?",
                        c -> c.set(Scso.relation, Scso.term("amelioratse"))),
                spoilt("unknown evidence", ameliorates, "Claim-evidenceClass", "evidence", "ECO:0000000",
                        c -> c.set(Scso.evidence, obo("ECO_9999999"))),
                spoilt("a trial's level for mice", ameliorates, "Claim-levelFitsSetting", "", "animalEvidence",
                        c -> c.set(Scso.evidenceLevel, Scso.term("randomisedTrial"))),
                spoilt("a guideline's claim at the level of a study", ameliorates, "Claim-levelFitsStudyKind", "",
                        "expertStatement", c -> c.set(Scso.studyKind, Scso.term("guideline"))),
                spoilt("a finding without language", ameliorates, "Claim-finding", "finding", "@en",
                        c -> c.set(Scso.finding,
                                text("Infarcts of treated mice were smaller than those of controls."))),
                spoilt("no address", secreted, "Claim-seenAt", "seenAt", "column seen_at", c -> c.set(Scso.seenAt)),
                spoilt("an IRI that is not of the DOI", ameliorates, "Publication-doiIri", "bibo:doi", "lower case",
                        c -> c.publication(Terms.doi, text("10.5555/another"))),
                spoilt("a second claim that denies the first", ameliorates, "Claim-contradiction", "outcome",
                        "what differs",
                        c -> c.twin(Scso.outcome, Scso.term("noEffect"))),
                spoilt("a person as host of an animal experiment", ameliorates, "Claim-animalHost", "", "host_species",
                        c -> c.set(Scso.hostSpecies, obo("NCBITaxon_9606"))));
    }

    @Test
    void goodCopiesPass() {
        List<Node> claims = GRAPH.stream(Node.ANY, Scso.outcome, Node.ANY).map(Triple::getSubject)
                .sorted((a, b) -> a.getURI().compareTo(b.getURI())).toList();
        List<String> refused = new ArrayList<>();
        int tried = 0;
        for (int i = 0; i < claims.size(); i += 25) {
            tried++;
            new Copy(claims.get(i)).findings().stream().filter(f -> f.severity() == Severity.VIOLATION)
                    .forEach(f -> refused.add(ReportFormat.text(f)));
        }
        assertTrue(tried >= 40, "only " + tried + " claims tried");
        assertEquals(List.of(), refused);
    }

    private static DynamicTest spoilt(String how, Node claim, String rule, String path, String remedy,
            Consumer<Copy> spoil) {
        return DynamicTest.dynamicTest(how, () -> {
            Copy copy = new Copy(claim);
            spoil.accept(copy);
            List<Finding> violations =
                    copy.findings().stream().filter(f -> f.severity() == Severity.VIOLATION).toList();
            List<Finding> found = violations.stream().filter(f -> f.ruleName().equals(rule)).toList();
            assertTrue(!found.isEmpty(), () -> rule + " did not find it; found: " + violations);
            Finding first = found.get(0);
            if (!path.isEmpty()) {
                assertEquals(path, NodeLabels.shortName(first.place().path()));
            }
            assertTrue(first.advice().contains(remedy), first::advice);
        });
    }

    private static Node claim(Node p1, Node v1, Node p2, Node v2) {
        return GRAPH.stream(Node.ANY, p1, v1).map(Triple::getSubject)
                .filter(c -> GRAPH.contains(c, p2, v2) && GRAPH.contains(c, Scso.studyKind, Scso.term("primary"))
                        && publication(c).getURI().startsWith("https://doi.org/10"))
                .min((a, b) -> a.getURI().compareTo(b.getURI())).orElseThrow();
    }

    private static Node publication(Node claim) {
        return GRAPH.stream(claim, Scso.publication, Node.ANY).map(Triple::getObject).findFirst().orElseThrow();
    }

    private static Node obo(String local) {
        return NodeFactory.createURI("http://purl.obolibrary.org/obo/" + local);
    }

    private static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }

    private static Node typed(String text, XSDDatatype type) {
        return NodeFactory.createLiteralDT(text, type);
    }

    /** A claim and its publication, copied out of the graph. */
    private static final class Copy {
        private final Node claim;
        private final Node publication;
        private final Graph triples = GraphFactory.createDefaultGraph();

        Copy(Node claim) {
            this.claim = claim;
            this.publication = SpoiltClaimsTest.publication(claim);
            Stream.of(claim, publication).flatMap(n -> GRAPH.stream(n, Node.ANY, Node.ANY)).forEach(triples::add);
        }

        void set(Node property, Node... values) {
            replace(claim, property, values);
        }

        void publication(Node property, Node value) {
            replace(publication, property, value);
        }

        void rename(Node property, Node other) {
            triples.stream(claim, property, Node.ANY).toList().forEach(t -> {
                triples.delete(t);
                triples.add(claim, other, t.getObject());
            });
        }

        void twin(Node property, Node value) {
            Node twin = Scso.claim("twin-of-a-claim");
            triples.stream(claim, Node.ANY, Node.ANY).toList()
                    .forEach(t -> triples.add(twin, t.getPredicate(), t.getObject()));
            replace(twin, property, value);
        }

        private void replace(Node node, Node property, Node... values) {
            triples.remove(node, property, Node.ANY);
            for (Node value : values) {
                triples.add(node, property, value);
            }
        }

        List<Finding> findings() {
            return VALIDATION.validate(GRAPH, List.of(CandidateData.ofFile("copy.ttl", triples))).findings();
        }
    }
}
