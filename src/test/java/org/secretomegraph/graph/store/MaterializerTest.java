package org.secretomegraph.graph.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.secretomegraph.Scale;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.vocab.Scso;

/** Following changes gives the same derived graphs as deriving everything anew, by the rules that ship. */
class MaterializerTest {
    private static final List<Path> RULES = List.of(Path.of("ontology/rules/direct-links.rq"),
            Path.of("ontology/rules/disputed-links.rq"), Path.of("ontology/rules/retracted-support.rq"));
    private static final List<Node> PUBLICATIONS = List.of(uri("https://doi.org/10.5555/one"),
            uri("https://doi.org/10.5555/two"), uri("https://doi.org/10.5555/three"));
    // Followed step by step but for some, which are derived anew as if they were huge.
    private static final Materializer DERIVATION = new Materializer(RULES, (changed, all) -> changed % 7 == 0);
    private static final int CASES = Scale.of(20, 70);
    private static final int CHANGES = 8;
    private static final List<Node> KINDS = List.of(Scso.EffectClaim, Scso.SecretionClaim, Scso.OfferingClaim);
    // Two subjects with one local name: their links get one name, and losing one must not take the other's.
    private static final List<Node> TERMS = List.of(uri("http://one.example/HGF"), uri("http://two.example/HGF"),
            Scso.term("promotes"), Scso.term("affects"), uri("http://one.example/growth"));

    @Test
    void followingEqualsRebuilding() {
        int links = 0;
        int lost = 0;
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            // A third of the changes do not fit into memory and are followed from the disk.
            GraphStore store = GraphStore.memory().spillingAfter(seed % 3 == 0 ? 2 : 1_000);
            for (int i = 0; i < CHANGES; i++) {
                String at = "seed " + seed + " change " + i;
                boolean keep = random.nextInt(5) > 0;
                int[] counts = store.underWriteTransaction(writing -> {
                    for (int n = random.nextInt(12); n >= 0; n--) {
                        edit(writing.dataset(), random);
                    }
                    DERIVATION.update(writing);
                    Set<Quad> followed = derived(writing);
                    int[] gone = new int[1];
                    writing.delta().forEach((added, q) -> gone[0] += !added && isDerived(q.getGraph()) ? 1 : 0);
                    DERIVATION.rebuild(writing);
                    assertEquals(derived(writing), followed, at);
                    if (keep) {
                        writing.commit();
                    }
                    return new int[] {followed.size(), gone[0]};
                });
                assertEquals(counted(store), store.triples(), at);
                links += counts[0];
                lost += counts[1];
            }
        }
        assertTrue(links > 70 * CASES && lost > 7 * CASES,
                "too little was derived (" + links + ") or lost (" + lost + ")");
    }

    private static long counted(GraphStore store) {
        return store.read(dataset -> (long) dataset.getDefaultGraph().find().toSet().size());
    }

    private static void edit(DatasetGraph dataset, Random random) {
        List<Quad> all = new ArrayList<>();
        if (random.nextInt(4) == 0) {
            Iter.filter(dataset.find(), q -> !isDerived(q.getGraph())).forEachRemaining(all::add);
            all.sort(Comparator.comparing(Quad::toString));
        }
        if (!all.isEmpty()) {
            Quad one = all.get(random.nextInt(all.size()));
            switch (random.nextInt(6)) {
                case 0 -> dataset.deleteAny(Node.ANY, one.getSubject(), Node.ANY, Node.ANY);
                case 1 -> dataset.removeGraph(one.getGraph());
                default -> dataset.delete(one);
            }
            return;
        }
        Node graph = Scso.term("graph/g" + random.nextInt(2));
        Node claim = Scso.claim("c" + random.nextInt(5));
        switch (random.nextInt(12)) {
            case 10 -> dataset.add(graph, one(random, PUBLICATIONS), Scso.standing,
                    Scso.term(one(random, List.of("retracted", "retracted", "corrected"))));
            case 11 -> dataset.deleteAny(Node.ANY, one(random, PUBLICATIONS), Scso.standing, Node.ANY);
            case 0, 1, 2, 3 -> claim(dataset, graph, claim, random);
            case 4 -> dataset.add(graph, claim, one(random, List.of(Scso.subject, Scso.object)), one(random, TERMS));
            case 5 -> dataset.add(graph, claim, Scso.outcome, Scso.term(one(random, List.of("supports", "refutes"))));
            case 6 -> dataset.add(graph, one(random, KINDS), RDFS.subClassOf.asNode(), one(random, KINDS));
            case 7 -> dataset.add(graph, one(random, KINDS), RDFS.subClassOf.asNode(), Scso.Claim);
            case 8 -> dataset.add(graph, one(random, TERMS), RDFS.subPropertyOf.asNode(), one(random, TERMS));
            default -> dataset.add(graph, one(random, TERMS), one(random, TERMS), one(random, TERMS));
        }
    }

    private static void claim(DatasetGraph dataset, Node graph, Node claim, Random random) {
        dataset.add(graph, claim, RDF.type.asNode(), one(random, KINDS));
        dataset.add(graph, claim, Scso.subject, one(random, TERMS));
        dataset.add(graph, claim, Scso.relation, one(random, TERMS));
        dataset.add(graph, claim, Scso.object, one(random, TERMS));
        dataset.add(graph, claim, Scso.outcome, Scso.term(one(random, List.of("supports", "supports", "refutes"))));
        dataset.add(graph, claim, Scso.studyKind, Scso.term(one(random, List.of("primary", "primary", "review"))));
        dataset.add(graph, claim, Scso.publication, one(random, PUBLICATIONS));
        dataset.add(graph, claim, Scso.readingDepth, Scso.term(one(random, List.of("whole", "whole", "title"))));
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static Set<Quad> derived(WriteTransaction writing) {
        return Iter.toSet(Iter.filter(writing.dataset().find(), q -> isDerived(q.getGraph())));
    }

    private static boolean isDerived(Node graph) {
        return NamedGraphs.DERIVED.contains(graph);
    }

    private static Node uri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
