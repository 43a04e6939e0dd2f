package org.secretomegraph.guard;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.secretomegraph.graph.Derivation;
import org.secretomegraph.graph.Store;
import org.secretomegraph.graph.TripleDelta;
import org.secretomegraph.graph.Writing;

/**
 * A graph, some changes one after the other, and two judges: ours, which looks at what a change touches, and Jena's own
 * validator, which looks at a plain copy of the whole graph before and after. Both must find the same.
 */
final class Trial {
    private static final Derivation DERIVATION = new Derivation(List.of());

    private final Shapes shapes;
    private final Judge judge;
    private final Random random;
    private final RandomGraphs graphs;
    // With entailments a new subclass comes with new types, which would hide that the index forgot subclasses.
    private final boolean derives;
    private final long enough;
    private Set<Quad> judged = Set.of();
    private Set<FindingKey> found = Set.of();
    /** Checks that some change added to the findings. */
    final Set<String> checksSeen = new TreeSet<>();

    /** @param enough after so many triples the search for touched nodes is given up, as for a change that is huge */
    Trial(Shapes shapes, Judge.Touched touched, RandomGraphs graphs, Random random, long enough) {
        this.shapes = shapes;
        Rulebook rules = Rulebook.of(shapes);
        this.judge = new Judge(rules, ReadIndex.of(shapes), touched);
        this.graphs = graphs;
        this.random = random;
        this.derives = random.nextBoolean();
        this.enough = enough;
    }

    /** Runs some changes. Returns what is not the same, or an empty text. */
    String differences(int changes) {
        return differences(changes, i -> false);
    }

    /** @param small which of the changes are one edit */
    String differences(int changes, IntPredicate small) {
        Store store = Store.memory();
        store.underWriteTransaction(writing -> {
            graphs.fill(writing.dataset());
            derive(writing);
            writing.commit();
            return null;
        });
        for (int i = 0; i < changes; i++) {
            String difference = difference(small.test(i) ? graphs.smallChange() : graphs.change(), store);
            if (!difference.isEmpty()) {
                return "change " + i + ": " + difference;
            }
        }
        return "";
    }

    private String difference(Consumer<DatasetGraph> change, Store store) {
        Set<Quad> before = store.read(d -> Iter.toSet(d.find()));
        return store.underWriteTransaction(writing -> {
            change.accept(writing.dataset());
            derive(writing);
            Set<Quad> after = Iter.toSet(writing.dataset().find());
            String wrong = compare("added quads", minus(after, before), writing.delta().added())
                    + compare("removed quads", minus(before, after), writing.delta().removed());
            TripleDelta delta = writing.unionDelta();
            Set<FindingKey> old = full(before);
            Set<FindingKey> now = full(after);
            Judge.Compared ours = judge.compare(delta, writing.union(), enough);
            Set<FindingKey> added = ours.added().stream().map(FindingKey::of).collect(Collectors.toSet());
            Set<FindingKey> present = ours.present().stream().map(FindingKey::of).collect(Collectors.toSet());
            wrong += compare("added findings", minus(now, old), added);
            present.removeIf(k -> now.contains(k) && old.contains(k));
            wrong += compare("findings that were there", Set.of(), present);
            added.forEach(k -> checksSeen.add(k.check().getLocalName()));
            if (random.nextInt(4) > 0) {
                writing.commit();
            }
            return wrong;
        });
    }

    private void derive(Writing writing) {
        if (derives) {
            DERIVATION.update(writing);
        }
    }

    private Set<FindingKey> full(Set<Quad> quads) {
        if (!quads.equals(judged)) {
            found = validated(quads);
            judged = quads;
        }
        return found;
    }

    private Set<FindingKey> validated(Set<Quad> quads) {
        Graph plain = GraphFactory.createDefaultGraph();
        quads.forEach(q -> plain.add(q.asTriple()));
        return ShaclValidator.get().validate(shapes, plain).getEntries().stream().map(FindingKey::of)
                .collect(Collectors.toSet());
    }

    private static String compare(String what, Set<?> expected, Set<?> actual) {
        return expected.equals(actual) ? "" : what + "\n  missing " + minus(expected, actual) + "\n  too many "
                + minus(actual, expected) + "\n";
    }

    private static <T> Set<T> minus(Set<? extends T> a, Set<? extends T> b) {
        Set<T> rest = new HashSet<>(a);
        rest.removeAll(b);
        return rest;
    }
}
