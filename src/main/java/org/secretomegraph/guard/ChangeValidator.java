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
import org.apache.jena.sparql.graph.GraphFactory;
import org.secretomegraph.findings.CandidateData;
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

/** Judges a change inside its transaction: what is wrong now, and which of it was wrong before. */
final class ChangeValidator {
    private static final String DERIVED = RuleIris.NS + "Graph-derived";

    /** So many triples may be looked at in the search for touched nodes however small the store is. */
    private static final long FEW = 10_000;
    /** To judge a focus node costs as much as to look at some hundred triples, of which a node has a dozen. */
    private static final long DEARER = 16;

    private final ShapeLibrary rules;
    private final Validator validation;
    private final DependencyIndex index;
    private final Touched touched;
    private final ParallelValidator judging;

    ChangeValidator(ShapeLibrary rules) {
        this(rules, DependencyIndex.of(rules.shapes()));
    }

    private ChangeValidator(ShapeLibrary rules, DependencyIndex index) {
        this(rules, index, index::touched);
    }

    /** Which focus nodes a change touches, by the shape that has them as its targets. */
    @FunctionalInterface
    interface Touched {
        Map<Shape, Set<Node>> by(TripleDelta delta, Graph now, long enough);
    }

    /** @param touched the index's answer; in tests one with a planted fault */
    ChangeValidator(ShapeLibrary rules, DependencyIndex index, Touched touched) {
        this.rules = rules;
        this.validation = new Validator(rules);
        this.index = index;
        this.touched = touched;
        this.judging = rules.judging();
    }

    ChangeFindings judge(Change change, WriteTransaction writing) {
        if (writing.delta().isLarge()) {
            return judgeLarge(change, writing);
        }
        TripleDelta delta = writing.unionDelta();
        Graph now = writing.union();
        Compared entries = compare(delta, now, Math.max(FEW, DEARER * writing.triples()));
        CandidateData said = change.sheet().apply(writing.dataset())
                .orElseGet(() -> CandidateData.ofFile(change.why(), graphOf(delta)));
        List<Finding> added = new ArrayList<>(said.withText(findings(entries.added(), now, said)));
        writing.underivable().map(ChangeValidator::underivable).ifPresent(added::add);
        return new ChangeFindings(List.copyOf(added), findings(entries.present(), now, said));
    }

    private ChangeFindings judgeLarge(Change change, WriteTransaction writing) {
        Graph now = writing.union();
        CandidateData said = change.sheet().apply(writing.dataset())
                .orElseGet(() -> CandidateData.ofFile(change.why(), writing.union()));
        StreamingValidator large = new StreamingValidator(rules.shapes(), writing,
                (entries, wrong) -> before(entries, wrong, writing.before()));
        judging.eachWrong(now, large.asked(now), large::take);
        StreamingValidator.Found found = large.found();
        List<Finding> added = new ArrayList<>(said.withText(findings(found.added(), now, said)));
        added.addAll(found.more(added, said.source()));
        writing.underivable().map(ChangeValidator::underivable).ifPresent(added::add);
        return new ChangeFindings(List.copyOf(added), findings(found.present(), now, said));
    }

    /** Report entries at the touched nodes: those that the change added, and those that were there. */
    record Compared(List<ReportEntry> added, List<ReportEntry> present) {}

    /** @param enough how many triples may be looked at in the search for the touched nodes */
    Compared compare(TripleDelta delta, Graph now, long enough) {
        Map<Shape, Set<Node>> wrong = new LinkedHashMap<>();
        List<ReportEntry> entries = entries(now, touched.by(delta, now, enough), wrong);
        Set<FindingKey> before = entries.isEmpty() ? Set.of() : before(entries, wrong, new PriorGraph(now, delta));
        Map<Boolean, List<ReportEntry>> old = entries.stream()
                .collect(Collectors.partitioningBy(e -> before.contains(FindingKey.of(e))));
        return new Compared(old.get(false), old.get(true));
    }

    /** @param wrong gathers the focus nodes that have findings, by the shape that has them as its targets */
    private List<ReportEntry> entries(Graph data, Map<Shape, Set<Node>> focus, Map<Shape, Set<Node>> wrong) {
        List<ReportEntry> all = new ArrayList<>();
        judging.wrong(data, TargetGroup.of(focus)).forEach(found -> {
            all.addAll(found.entries());
            wrong.computeIfAbsent(found.shape(), s -> new LinkedHashSet<>()).add(found.node());
        });
        return all;
    }

    /** What was wrong before, wherever one of these findings could have been made. */
    private Set<FindingKey> before(List<ReportEntry> entries, Map<Shape, Set<Node>> wrong, Graph old) {
        Map<Shape, Set<Node>> candidates = new LinkedHashMap<>(wrong);
        entries.forEach(e -> index.reporters(e.source(), e.focusNode(), old).forEach(
                (shape, nodes) -> candidates.computeIfAbsent(shape, s -> new LinkedHashSet<>()).addAll(nodes)));
        TargetMatcher focus = new TargetMatcher(old);
        candidates.forEach((shape, nodes) -> nodes.removeIf(node -> !focus.is(node, shape)));
        return entries(old, candidates, new HashMap<>()).stream().map(FindingKey::of).collect(Collectors.toSet());
    }

    private List<Finding> findings(List<ReportEntry> entries, Graph data, CandidateData said) {
        return entries.isEmpty() ? List.of() : validation.findings(entries, data, said);
    }

    private static Graph graphOf(TripleDelta delta) {
        Graph graph = GraphFactory.createDefaultGraph();
        delta.added().forEach(graph::add);
        return graph;
    }

    private static Finding underivable(Quad quad) {
        Node graph = quad.getGraph();
        return Finding.inText(DERIVED, Location.inGraph(graph.toString(), quad.getSubject().toString(),
                quad.getPredicate().toString()), "this graph follows from the others and cannot be written by itself",
                "Change the claims or terms that it follows from.");
    }
}
