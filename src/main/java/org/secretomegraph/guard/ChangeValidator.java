package org.secretomegraph.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.core.Quad;
import org.secretomegraph.findings.CandidateData;
import org.secretomegraph.graph.BulkGraph;
import org.secretomegraph.graph.change.TripleDelta;
import org.secretomegraph.graph.store.WriteTransaction;
import org.secretomegraph.graph.view.PriorGraph;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.Location;
import org.secretomegraph.shacl.ParallelValidator;
import org.secretomegraph.shacl.ShapeLibrary;
import org.secretomegraph.shacl.TargetGroup;
import org.secretomegraph.shacl.eval.TargetMatcher;
import org.secretomegraph.shacl.incremental.DependencyIndex;
import org.secretomegraph.vocab.RuleIris;

/** Validates a change inside its transaction: the findings that it adds, and those that existed before. */
final class ChangeValidator {
    private static final String DERIVED = RuleIris.NS + "Graph-derived";

    /** The least number of triples that the search for affected focus nodes may visit, however small the store is. */
    private static final long MIN_VISIT_BUDGET = 10_000;
    /** Validating a focus node costs as much as visiting some hundred triples, and a node has about a dozen. */
    private static final long VISITS_PER_TRIPLE = 16;

    private final ShapeLibrary shapes;
    private final Validator validator;
    private final DependencyIndex index;
    private final AffectedFocusNodes affected;
    private final ParallelValidator engine;

    ChangeValidator(ShapeLibrary shapes) {
        this(shapes, DependencyIndex.of(shapes.shapes()));
    }

    private ChangeValidator(ShapeLibrary shapes, DependencyIndex index) {
        this(shapes, index, index::affectedFocusNodes);
    }

    /** The focus nodes that a change affects, by the shape that has them as its targets. */
    @FunctionalInterface
    interface AffectedFocusNodes {
        Map<Shape, Set<Node>> of(TripleDelta delta, Graph after, long visitBudget);
    }

    /** For tests. @param affected the search of the index, or one with a planted fault */
    ChangeValidator(ShapeLibrary shapes, DependencyIndex index, AffectedFocusNodes affected) {
        this.shapes = shapes;
        this.validator = new Validator(shapes);
        this.index = index;
        this.affected = affected;
        this.engine = shapes.validator();
    }

    /** Findings on a changed graph: those that the change added, and those that existed before. */
    record ChangeFindings(List<Finding> added, List<Finding> existing) {}

    ChangeFindings validate(Change change, WriteTransaction transaction) {
        if (transaction.delta().isLarge()) {
            return validateLarge(change, transaction);
        }
        TripleDelta delta = transaction.unionDelta();
        Graph after = transaction.union();
        ChangedEntries entries = compare(delta, after,
                Math.max(MIN_VISIT_BUDGET, VISITS_PER_TRIPLE * transaction.triples()));
        CandidateData candidate = change.candidate().apply(transaction.dataset())
                .orElseGet(() -> CandidateData.ofFile(change.source(), graphOf(delta)));
        List<Finding> added = new ArrayList<>(candidate.withTextFindings(findings(entries.added(), after, candidate)));
        transaction.underivable().map(ChangeValidator::underivable).ifPresent(added::add);
        return new ChangeFindings(List.copyOf(added), findings(entries.existing(), after, candidate));
    }

    private ChangeFindings validateLarge(Change change, WriteTransaction transaction) {
        Graph after = transaction.union();
        CandidateData candidate = change.candidate().apply(transaction.dataset())
                .orElseGet(() -> CandidateData.ofFile(change.source(), transaction.union()));
        StreamingValidator streaming = new StreamingValidator(shapes.shapes(), transaction,
                (entries, nodes) -> keysBefore(entries, nodes, transaction.before()));
        engine.validateEach(after, streaming.focusNodes(after), streaming::add);
        StreamingValidator.SampledEntries found = streaming.finish();
        List<Finding> added = new ArrayList<>(candidate.withTextFindings(findings(found.added(), after, candidate)));
        added.addAll(found.omitted(added, candidate.source()));
        transaction.underivable().map(ChangeValidator::underivable).ifPresent(added::add);
        return new ChangeFindings(List.copyOf(added), findings(found.existing(), after, candidate));
    }

    /** Report entries at the affected focus nodes: those that the change added, and those that existed before. */
    record ChangedEntries(List<ReportEntry> added, List<ReportEntry> existing) {}

    /** @param visitBudget the number of triples that the search for affected focus nodes may visit */
    ChangedEntries compare(TripleDelta delta, Graph after, long visitBudget) {
        Map<Shape, Set<Node>> nodes = new LinkedHashMap<>();
        List<ReportEntry> entries = entries(after, affected.of(delta, after, visitBudget), nodes);
        Set<FindingKey> before =
                entries.isEmpty() ? Set.of() : keysBefore(entries, nodes, new PriorGraph(after, delta));
        Map<Boolean, List<ReportEntry>> byExistence = entries.stream()
                .collect(Collectors.partitioningBy(e -> before.contains(FindingKey.of(e))));
        return new ChangedEntries(byExistence.getOrDefault(false, List.of()),
                byExistence.getOrDefault(true, List.of()));
    }

    /** @param nonConforming receives the focus nodes that have entries, by the shape that has them as its targets */
    private List<ReportEntry> entries(Graph data, Map<Shape, Set<Node>> focusNodes,
            Map<Shape, Set<Node>> nonConforming) {
        List<ReportEntry> all = new ArrayList<>();
        engine.nonConforming(data, TargetGroup.of(focusNodes)).forEach(found -> {
            all.addAll(found.entries());
            nonConforming.computeIfAbsent(found.shape(), s -> new LinkedHashSet<>()).add(found.node());
        });
        return all;
    }

    /** The findings before the change, wherever one of these entries could have been reported. */
    private Set<FindingKey> keysBefore(List<ReportEntry> entries, Map<Shape, Set<Node>> nonConforming, Graph before) {
        Map<Shape, Set<Node>> candidates = new LinkedHashMap<>(nonConforming);
        entries.forEach(e -> index.reporters(e.source(), e.focusNode(), before).forEach(
                (shape, nodes) -> candidates.computeIfAbsent(shape, s -> new LinkedHashSet<>()).addAll(nodes)));
        TargetMatcher targets = new TargetMatcher(before);
        candidates.forEach((shape, nodes) -> nodes.removeIf(node -> !targets.matches(node, shape)));
        return entries(before, candidates, new HashMap<>()).stream().map(FindingKey::of).collect(Collectors.toSet());
    }

    private List<Finding> findings(List<ReportEntry> entries, Graph data, CandidateData candidate) {
        return entries.isEmpty() ? List.of() : validator.findings(entries, data, candidate);
    }

    private static Graph graphOf(TripleDelta delta) {
        Graph graph = new BulkGraph();
        delta.added().forEach(graph::add);
        return graph;
    }

    private static Finding underivable(Quad quad) {
        Node graph = quad.getGraph();
        return Finding.inText(DERIVED, Location.inGraph(graph.toString(), quad.getSubject().toString(),
                quad.getPredicate().toString()), "this graph is derived from the others and cannot be written directly",
                "Change the claims or terms that it is derived from.");
    }
}
