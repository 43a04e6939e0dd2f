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
import org.secretomegraph.graph.Writing;

/**
 * What is wrong after a change that is too large for the memory. The nodes that it touches are too many to be gathered, so
 * all focus nodes of all shapes are judged, one after the other. Of the findings of a rule as many are kept as anybody
 * reads, and the others counted; which of them the change added is asked before, so that none is taken for an old one.
 */
final class LargeJudge {
    /** Of each rule so many findings are told. */
    private static final int TOLD = 100;
    private static final int TOGETHER = 500;
    private static final int OFTEN = 1_000;

    private final Shapes shapes;
    private final Writing writing;
    private final BiFunction<List<ReportEntry>, Map<Shape, Set<Node>>, Set<FindingKey>> before;
    private final Set<Node> named;
    private final List<ReportEntry> waiting = new ArrayList<>();
    private final Map<Shape, Set<Node>> wrong = new LinkedHashMap<>();
    private final Kept added = new Kept();
    private final Kept present = new Kept();

    /** @param before of findings at these nodes, those that were there before */
    LargeJudge(Shapes shapes, Writing writing,
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
                    .map(f -> f.at(Place.inText(source, 0, "")).withProblem(e.getValue() + " more such as: " + f.problem())))
                    .toList();
        }
    }

    /** All focus nodes with their shapes. One that several ways lead to can come several times. */
    Iterator<Judging.Asked> asked(Graph now) {
        Map<List<Object>, List<Shape>> byTarget = new LinkedHashMap<>();
        Map<List<Object>, Target> targets = new HashMap<>();
        shapes.getTargetShapes().forEach(shape -> shape.getTargets().forEach(target -> {
            List<Object> key = List.of(target.getTargetType(), target.getObject());
            targets.put(key, target);
            byTarget.computeIfAbsent(key, k -> new ArrayList<>()).add(shape);
        }));
        long[] judged = new long[1];
        Iterator<Map.Entry<List<Object>, List<Shape>>> all = byTarget.entrySet().iterator();
        return Iter.flatMap(all, e -> Iter.flatMap(nodes(targets.get(e.getKey()), now), node -> {
            if (++judged[0] % OFTEN == 0) {
                writing.progress().at("nodes judged", judged[0]);
            }
            return e.getValue().stream().map(shape -> new Judging.Asked(shape, node)).iterator();
        }));
    }

    private Iterator<Node> nodes(Target target, Graph now) {
        Node object = target.getObject();
        return switch (target.getTargetType()) {
            case targetClass, implicitClass -> instances(object, now);
            case targetSubjectsOf -> Iter.map(writing.each(Triple.create(Node.ANY, object, Node.ANY)), Triple::getSubject);
            case targetObjectsOf -> Iter.map(writing.each(Triple.create(Node.ANY, object, Node.ANY)), Triple::getObject);
            case targetNode, targetExtension -> VLib.focusNodes(now, target).iterator();
        };
    }

    /** Those of the class itself first; of the classes under it only those that are not stated to be of it too. */
    private Iterator<Node> instances(Node type, Graph now) {
        Set<Node> under = new HashSet<>(new Walk(now).back(Reads.ABOVE, Set.of(type)));
        under.remove(type);
        Iterator<Node> own = typed(type);
        return Iter.concat(own, Iter.flatMap(under.iterator(), sub -> Iter.filter(typed(sub),
                node -> !now.contains(node, RDF.type.asNode(), type))));
    }

    private Iterator<Node> typed(Node type) {
        return Iter.map(writing.each(Triple.create(Node.ANY, RDF.type.asNode(), type)), Triple::getSubject);
    }

    void take(Judging.Wrong found) {
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
