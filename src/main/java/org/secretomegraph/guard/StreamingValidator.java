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
 * Validates a change that is too large for memory. The affected focus nodes are too many to be collected, so all focus
 * nodes of all shapes are validated one after the other. Of each shape at most {@link #SHOWN_PER_RULE} findings are
 * kept, and the others are counted. Whether a finding existed before the change is decided before it is counted, so
 * that an added one is never taken for an existing one.
 */
final class StreamingValidator {
    private static final int SHOWN_PER_RULE = 100;
    /** The number of entries that are compared with the state before in one step. */
    private static final int BATCH = 500;
    private static final int PROGRESS_INTERVAL = 1_000;

    private final Shapes shapes;
    private final WriteTransaction transaction;
    private final BiFunction<List<ReportEntry>, Map<Shape, Set<Node>>, Set<FindingKey>> keysBefore;
    private final Set<Node> targetNodes;
    private final List<ReportEntry> pending = new ArrayList<>();
    private final Map<Shape, Set<Node>> pendingNodes = new LinkedHashMap<>();
    private final EntrySample added = new EntrySample();
    private final EntrySample existing = new EntrySample();
    private long visited;

    /** @param keysBefore the findings before the change at the given entries and focus nodes */
    StreamingValidator(Shapes shapes, WriteTransaction transaction,
            BiFunction<List<ReportEntry>, Map<Shape, Set<Node>>, Set<FindingKey>> keysBefore) {
        this.shapes = shapes;
        this.transaction = transaction;
        this.keysBefore = keysBefore;
        this.targetNodes = shapes.getTargetShapes().stream().flatMap(shape -> shape.getTargets().stream())
                .filter(target -> target.getTargetType() == TargetType.targetNode).map(Target::getObject)
                .collect(Collectors.toSet());
    }

    /** The first entries of each rule, and the number of all. */
    private static final class EntrySample {
        private final Map<FindingKey, ReportEntry> entries = new LinkedHashMap<>();
        private final Map<Node, Integer> countByRule = new HashMap<>();

        void add(ReportEntry entry) {
            if (!entries.containsKey(FindingKey.of(entry))
                    && countByRule.merge(entry.source(), 1, Integer::sum) <= SHOWN_PER_RULE) {
                entries.put(FindingKey.of(entry), entry);
            }
        }
    }

    /**
     * The entries that are shown.
     *
     * @param omittedByRule for a rule IRI, how many added entries are not shown; only rules with such entries
     */
    record SampledEntries(List<ReportEntry> added, List<ReportEntry> existing, Map<String, Integer> omittedByRule) {

        /** A finding for each rule of which not all are shown. */
        List<Finding> omitted(List<Finding> shown, String source) {
            return omittedByRule.entrySet().stream()
                    .flatMap(e -> shown.stream().filter(f -> f.rule().equals(e.getKey())).limit(1)
                            .map(f -> f.withLocation(Location.inText(source, 0, ""))
                                    .withProblem(e.getValue() + " more such as: " + f.problem())))
                    .toList();
        }
    }

    /** A shape at one of its targets, and its earlier targets, whose nodes it has validated already. */
    private record ShapeAtTarget(Shape shape, List<Target> earlier) {}

    /** All focus nodes with their shapes. A node that is stated several times may come several times. */
    Iterator<ParallelValidator.ShapeNode> focusNodes(Graph after) {
        TargetMatcher targets = new TargetMatcher(after);
        return Iter.flatMap(byTarget().entrySet().iterator(), e -> Iter.flatMap(nodes(e.getKey(), after), node -> {
            if (++visited % PROGRESS_INTERVAL == 0) {
                transaction.progress().at("nodes validated", visited);
            }
            return e.getValue().stream()
                    .filter(shape -> shape.earlier().stream().noneMatch(t -> targets.matches(node, t)))
                    .map(shape -> new ParallelValidator.ShapeNode(shape.shape(), node)).iterator();
        }));
    }

    /** Equal targets of several shapes are iterated once. */
    private Map<Target, List<ShapeAtTarget>> byTarget() {
        Map<List<Object>, Target> targets = new LinkedHashMap<>();
        shapes.getTargetShapes().forEach(shape -> shape.getTargets().forEach(t -> targets.putIfAbsent(key(t), t)));
        Map<Shape, List<Target>> earlier = new HashMap<>();
        Map<Target, List<ShapeAtTarget>> byTarget = new LinkedHashMap<>();
        targets.forEach((key, target) -> byTarget.put(target, shapes.getTargetShapes().stream()
                .filter(shape -> shape.getTargets().stream().anyMatch(t -> key(t).equals(key))).distinct()
                .map(shape -> {
                    List<Target> done = earlier.computeIfAbsent(shape, s -> new ArrayList<>());
                    ShapeAtTarget next = new ShapeAtTarget(shape, List.copyOf(done));
                    done.add(target);
                    return next;
                }).toList()));
        return byTarget;
    }

    private static List<Object> key(Target target) {
        return List.of(target.getTargetType(), target.getObject());
    }

    private Iterator<Node> nodes(Target target, Graph after) {
        Node object = target.getObject();
        return switch (target.getTargetType()) {
            case targetClass, implicitClass -> instances(object, after);
            case targetSubjectsOf -> ends(Triple.create(Node.ANY, object, Node.ANY), Triple::getSubject);
            case targetObjectsOf -> ends(Triple.create(Node.ANY, object, Node.ANY), Triple::getObject);
            case targetNode, targetExtension -> VLib.focusNodes(after, target).iterator();
        };
    }

    /** The stated instances of the class, then those of its subclasses that are not stated to be of the class too. */
    private Iterator<Node> instances(Node type, Graph after) {
        Set<Node> subclasses = new HashSet<>(new PathWalker(after).backward(PathWalker.SUPERCLASSES, Set.of(type)));
        subclasses.remove(type);
        return Iter.concat(typed(type), Iter.flatMap(subclasses.iterator(), sub -> Iter.filter(typed(sub),
                node -> !transaction.each(Triple.create(node, RDF.type.asNode(), type)).hasNext())));
    }

    private Iterator<Node> typed(Node type) {
        return ends(Triple.create(Node.ANY, RDF.type.asNode(), type), Triple::getSubject);
    }

    /** A store that answers in the order of its index returns the same node several times in a row. */
    private Iterator<Node> ends(Triple pattern, Function<Triple, Node> end) {
        return Iter.distinctAdjacent(Iter.map(transaction.each(pattern), end));
    }

    void add(ParallelValidator.NonConforming found) {
        pending.addAll(found.entries());
        pendingNodes.computeIfAbsent(found.shape(), s -> new LinkedHashSet<>()).add(found.node());
        if (pending.size() >= BATCH) {
            compareWithBefore();
        }
    }

    /** Entries at nodes that did not occur before the change are added ones; the others are compared. */
    private void compareWithBefore() {
        Set<Node> occurredBefore =
                transaction.describedBefore(pending.stream().map(ReportEntry::focusNode).collect(Collectors.toSet()));
        occurredBefore.addAll(targetNodes);
        List<ReportEntry> compared =
                pending.stream().filter(entry -> occurredBefore.contains(entry.focusNode())).toList();
        pendingNodes.values().forEach(nodes -> nodes.retainAll(occurredBefore));
        Set<FindingKey> before = compared.isEmpty() ? Set.of() : keysBefore.apply(compared, pendingNodes);
        pending.forEach(entry -> (before.contains(FindingKey.of(entry)) ? existing : added).add(entry));
        pending.clear();
        pendingNodes.clear();
    }

    /** The result, after the last focus node. */
    SampledEntries finish() {
        compareWithBefore();
        return new SampledEntries(List.copyOf(added.entries.values()), List.copyOf(existing.entries.values()),
                added.countByRule.entrySet().stream().filter(e -> e.getValue() > SHOWN_PER_RULE)
                        .collect(Collectors.toMap(e -> e.getKey().toString(), e -> e.getValue() - SHOWN_PER_RULE)));
    }
}
