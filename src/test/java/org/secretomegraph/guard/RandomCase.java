package org.secretomegraph.guard;

import java.nio.file.Path;
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
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.constraint.UniqueLangConstraint;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.graph.change.TripleDelta;
import org.secretomegraph.graph.store.GraphStore;
import org.secretomegraph.graph.store.Materializer;
import org.secretomegraph.graph.store.WriteTransaction;
import org.secretomegraph.graph.text.NameSearch;
import org.secretomegraph.graph.text.VersionedTextIndex;
import org.secretomegraph.shacl.ShapeLibrary;
import org.secretomegraph.shacl.incremental.DependencyIndex;

/**
 * A graph, some changes one after the other, and two validators: ours, which validates what a change affects, and that
 * of Jena, which validates a plain copy of the whole graph before and after. Both must find the same. What is derived
 * must equal what would be derived anew, and a change that is not committed must leave nothing behind.
 */
final class RandomCase {
    private static final Materializer DERIVATION =
            new Materializer(List.of(Path.of("src/test/resources/guard/chains.rq"),
                    Path.of("src/test/resources/guard/named-chains.rq")));

    private final Shapes shapes;
    private final ChangeValidator validator;
    private final Random random;
    private final RandomGraphs graphs;
    // With entailments a new subclass comes with new types, which would hide that the index forgot subclasses.
    private final boolean derives;
    private final long visitBudget;
    private final boolean asksNames;
    private Set<Quad> lastValidated = Set.of();
    private Set<List<Object>> found = Set.of();
    /** Checks that some change added to the findings. */
    final Set<String> checksSeen = new TreeSet<>();

    /**
     * @param visitBudget after this number of triples the search for affected nodes is given up, as for a huge change
     */
    RandomCase(Shapes shapes, ChangeValidator.AffectedFocusNodes affected, RandomGraphs graphs, Random random,
            long visitBudget) {
        this.shapes = shapes;
        ShapeLibrary rules = ShapeLibrary.of(shapes);
        this.validator = new ChangeValidator(rules, DependencyIndex.of(shapes), affected);
        this.graphs = graphs;
        this.random = random;
        this.derives = random.nextBoolean();
        this.visitBudget = visitBudget;
        // To make an index of names takes longer than all the rest.
        this.asksNames = random.nextInt(25) == 0;
    }

    /** Runs some changes. Returns what is not the same, or an empty text. */
    String differences(int changes) {
        return differences(changes, i -> false);
    }

    /** @param small which of the changes are one edit */
    String differences(int changes, IntPredicate small) {
        GraphStore store = GraphStore.memory();
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
        return asksNames ? names(store) : "";
    }

    /** The index of names holds what the graph says. */
    private static String names(GraphStore store) {
        return store.read(dataset -> compare("found by their names",
                dataset.getDefaultGraph().find(Node.ANY, RDFS.label.asNode(), RandomGraphs.NAMED)
                        .mapWith(Triple::getSubject).toSet(),
                VersionedTextIndex.search(dataset.getContext()).orElseThrow()
                        .find(RandomGraphs.NAMED.getLiteralLexicalForm()).stream()
                        .map(NameSearch.Hit::thing).collect(Collectors.toSet())));
    }

    private String difference(Consumer<DatasetGraph> change, GraphStore store) {
        Set<Quad> before = content(store);
        boolean commits = random.nextInt(4) > 0;
        Set<Quad> after = new HashSet<>();
        String wrong = store.underWriteTransaction(writing -> {
            change.accept(writing.dataset());
            writing.unionDelta(); // asked for again when more was changed
            derive(writing);
            after.addAll(Iter.toSet(writing.dataset().find()));
            String difference = compared(writing, before, after);
            if (commits) {
                writing.commit();
            }
            return difference;
        });
        return wrong + compare("stored quads", commits ? after : before, content(store));
    }

    private static Set<Quad> content(GraphStore store) {
        return store.read(dataset -> Iter.toSet(dataset.find()));
    }

    private String compared(WriteTransaction writing, Set<Quad> before, Set<Quad> after) {
        String wrong = compare("added quads", minus(after, before), writing.delta().added())
                + compare("removed quads", minus(before, after), writing.delta().removed());
        TripleDelta delta = writing.unionDelta();
        Set<List<Object>> old = full(before);
        Set<List<Object>> now = full(after);
        ChangeValidator.ChangedEntries ours = validator.compare(delta, writing.union(), visitBudget);
        Set<List<Object>> added = ours.added().stream().map(RandomCase::key).collect(Collectors.toSet());
        Set<List<Object>> present = ours.existing().stream().map(RandomCase::key).collect(Collectors.toSet());
        wrong += compare("added findings", minus(now, old), added);
        present.removeIf(k -> now.contains(k) && old.contains(k));
        wrong += compare("findings that were there", Set.of(), present);
        added.forEach(k -> checksSeen.add(((Node) k.get(1)).getLocalName()));
        return wrong + derivedAnew(writing, after);
    }

    private void derive(WriteTransaction writing) {
        if (derives) {
            DERIVATION.update(writing);
        }
    }

    private String derivedAnew(WriteTransaction writing, Set<Quad> followed) {
        if (!derives) {
            return "";
        }
        DERIVATION.rebuild(writing);
        return compare("derived quads", Iter.toSet(writing.dataset().find()), followed);
    }

    private Set<List<Object>> full(Set<Quad> quads) {
        if (!quads.equals(lastValidated)) {
            found = validate(quads);
            lastValidated = quads;
        }
        return found;
    }

    private Set<List<Object>> validate(Set<Quad> quads) {
        Graph plain = GraphFactory.createDefaultGraph();
        quads.forEach(q -> plain.add(q.asTriple()));
        return ShaclValidator.get().validate(shapes, plain).getEntries().stream().map(RandomCase::key)
                .collect(Collectors.toSet());
    }

    /** The identity of a finding, written out here too: {@link FindingKey} is among what is tested. */
    private static List<Object> key(ReportEntry entry) {
        Object value = String.valueOf(entry.value());
        if (entry.constraint() instanceof UniqueLangConstraint && entry.value() != null) {
            value = entry.value().getLiteralLanguage();
        }
        return List.of(entry.source(), entry.sourceConstraintComponent(), entry.focusNode(),
                String.valueOf(entry.resultPath()), value);
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
