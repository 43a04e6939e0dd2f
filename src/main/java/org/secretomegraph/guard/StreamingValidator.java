package org.secretomegraph.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.engine.TargetType;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.vocabulary.RDF;
import org.secretomegraph.graph.store.WriteTransaction;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.Location;
import org.secretomegraph.shacl.ParallelValidator;
import org.secretomegraph.shacl.eval.PathWalker;
import org.secretomegraph.shacl.eval.TargetMatcher;

/**
 * What is wrong after a change that is too large for the memory. The nodes that it touches are too many to be gathered,
 * so
 * all focus nodes of all shapes are judged, one after the other. Of the findings of a rule as many are kept as anybody
 * reads, and the others counted; which of them the change added is asked before, so that none is taken for an old one.
 */
final class StreamingValidator {
    /** Of each rule so many findings are told. */
    private static final int TOLD = 100;
    private static final int TOGETHER = 500;
    private static final int OFTEN = 1_000;

    private final Shapes shapes;
    private final WriteTransaction writing;
    private final BiFunction<List<ReportEntry>, Map<Shape, Set<Node>>, Set<FindingKey>> before;
    private final Set<Node> named;
    private final List<ReportEntry> waiting = new ArrayList<>();
    private final Map<Shape, Set<Node>> wrong = new LinkedHashMap<>();
    private final Kept added = new Kept();
    private final Kept present = new Kept();

    /** @param before of findings at these nodes, those that were there before */
    StreamingValidator(Shapes shapes, WriteTransaction writing,
            BiFunction<List<ReportEntry>, Map<Shape, Set<Node>>, Set<FindingKey>> before) {
        this.shapes = shapes;
        this.writing = writing;
        this.before = before;
        this.named = shapes.getTargetShapes().stream().flatMap(shape -> shape.getTargets().stream())
                .filter(target -> target.getTargetType() == TargetType.targetNode).map(Target::getObject)
                .collect(Collectors.toSet());
    }

    /** Some findings of each rule, and how many more there are. */
    private static final class Kept {
        private final Map<FindingKey, ReportEntry> entries = new LinkedHashMap<>();
        private final Map<Node, Integer> byRule = new HashMap<>();

        void take(ReportEntry entry) {
            if (!entries.containsKey(FindingKey.of(entry)) && byRule.merge(entry.source(), 1, Integer::sum) <= TOLD) {
                entries.put(FindingKey.of(entry), entry);
            }
        }
    }

    /**
     * What was found.
     *
     * @param more how many findings of a rule were added beside those that are told
     */
    record Found(List<ReportEntry> added, List<ReportEntry> present, Map<String, Integer> more) {

        /** A finding for each rule of which not all are told. */
        List<Finding> more(List<Finding> told, String source) {
            return more.entrySet().stream().flatMap(e -> told.stream().filter(f -> f.rule().equals(e.getKey())).limit(1)
                    .map(f -> f.at(Location.inText(source, 0, ""))
                            .withProblem(e.getValue() + " more such as: " + f.problem())))
                    .toList();
        }
    }

    /** A shape, and those of its targets that were gone through before: their nodes have been judged by it. */
    private record Waiting(Shape shape, List<Target> before) {}

    /** All focus nodes with their shapes. One that is stated several times can come several times. */
    Iterator<ParallelValidator.Asked> asked(Graph now) {
        TargetMatcher focus = new TargetMatcher(now);
        long[] judged = new long[1];
        return Iter.flatMap(byTarget().entrySet().iterator(), e -> Iter.flatMap(nodes(e.getKey(), now), node -> {
            if (++judged[0] % OFTEN == 0) {
                writing.progress().at("nodes judged", judged[0]);
            }
            return e.getValue().stream().filter(shape -> shape.before().stream().noneMatch(t -> focus.is(node, t)))
                    .map(shape -> new ParallelValidator.Asked(shape.shape(), node)).iterator();
        }));
    }

    /** The same targets of several shapes are gone through once. */
    private Map<Target, List<Waiting>> byTarget() {
        Map<List<Object>, Target> targets = new LinkedHashMap<>();
        shapes.getTargetShapes().forEach(shape -> shape.getTargets().forEach(t -> targets.putIfAbsent(key(t), t)));
        Map<Shape, List<Target>> before = new HashMap<>();
        Map<Target, List<Waiting>> byTarget = new LinkedHashMap<>();
        targets.forEach((key, target) -> byTarget.put(target, shapes.getTargetShapes().stream()
                .filter(shape -> shape.getTargets().stream().anyMatch(t -> key(t).equals(key))).distinct()
                .map(shape -> {
                    List<Target> done = before.computeIfAbsent(shape, s -> new ArrayList<>());
                    Waiting waiting = new Waiting(shape, List.copyOf(done));
                    done.add(target);
                    return waiting;
                }).toList()));
        return byTarget;
    }

    private static List<Object> key(Target target) {
        return List.of(target.getTargetType(), target.getObject());
    }

    private Iterator<Node> nodes(Target target, Graph now) {
        Node object = target.getObject();
        return switch (target.getTargetType()) {
            case targetClass, implicitClass -> instances(object, now);
            case targetSubjectsOf -> ends(Triple.create(Node.ANY, object, Node.ANY), Triple::getSubject);
            case targetObjectsOf -> ends(Triple.create(Node.ANY, object, Node.ANY), Triple::getObject);
            case targetNode, targetExtension -> VLib.focusNodes(now, target).iterator();
        };
    }

    /** Those of the class itself first; of the classes under it only those that are not stated to be of it too. */
    private Iterator<Node> instances(Node type, Graph now) {
        Set<Node> under = new HashSet<>(new PathWalker(now).back(PathWalker.ABOVE, Set.of(type)));
        under.remove(type);
        Iterator<Node> own = typed(type);
        return Iter.concat(own, Iter.flatMap(under.iterator(), sub -> Iter.filter(typed(sub),
                node -> !writing.each(Triple.create(node, RDF.type.asNode(), type)).hasNext())));
    }

    private Iterator<Node> typed(Node type) {
        return ends(Triple.create(Node.ANY, RDF.type.asNode(), type), Triple::getSubject);
    }

    /** A store that answers in the order of its index tells the same node several times in a row. */
    private Iterator<Node> ends(Triple pattern, Function<Triple, Node> end) {
        return Iter.distinctAdjacent(Iter.map(writing.each(pattern), end));
    }

    void take(ParallelValidator.Wrong found) {
        waiting.addAll(found.entries());
        wrong.computeIfAbsent(found.shape(), s -> new LinkedHashSet<>()).add(found.node());
        if (waiting.size() >= TOGETHER) {
            sort();
        }
    }

    /** What is found at a node that nobody spoke of before is new; of the others the state before is asked. */
    private void sort() {
        Set<Node> known = writing.knownBefore(waiting.stream().map(ReportEntry::focusNode).collect(Collectors.toSet()));
        known.addAll(named);
        List<ReportEntry> doubtful = waiting.stream().filter(entry -> known.contains(entry.focusNode())).toList();
        wrong.values().forEach(nodes -> nodes.retainAll(known));
        Set<FindingKey> old = doubtful.isEmpty() ? Set.of() : before.apply(doubtful, wrong);
        waiting.forEach(entry -> (old.contains(FindingKey.of(entry)) ? present : added).take(entry));
        waiting.clear();
        wrong.clear();
    }

    Found found() {
        sort();
        return new Found(List.copyOf(added.entries.values()), List.copyOf(present.entries.values()),
                added.byRule.entrySet().stream().filter(e -> e.getValue() > TOLD)
                        .collect(Collectors.toMap(e -> e.getKey().toString(), e -> e.getValue() - TOLD)));
    }
}
