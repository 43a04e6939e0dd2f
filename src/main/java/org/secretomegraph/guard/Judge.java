package org.secretomegraph.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.secretomegraph.graph.Before;
import org.secretomegraph.graph.TripleDelta;
import org.secretomegraph.graph.Writing;

/** Judges a change inside its transaction: what is wrong now, and which of it was wrong before. */
final class Judge {
    private static final String DERIVED = Rulebook.NS + "Graph-derived";

    private final Rulebook rules;
    private final Validation validation;

    Judge(Rulebook rules) {
        this.rules = rules;
        this.validation = new Validation(rules);
    }

    Judgements judge(Change change, Writing writing) {
        TripleDelta delta = writing.unionDelta();
        Graph now = writing.union();
        List<ReportEntry> entries = full(now);
        Set<FindingKey> before = entries.isEmpty() ? Set.of() : full(new Before(now, delta)).stream()
                .map(FindingKey::of).collect(Collectors.toSet());
        Proposed said = change.sheet().orElseGet(() -> Proposed.ofFile(change.why(), graphOf(delta)));
        List<Finding> added = new ArrayList<>(said.unread());
        writing.underivable().map(Judge::underivable).ifPresent(added::add);
        added.addAll(findings(entries.stream().filter(e -> !before.contains(FindingKey.of(e))), now, said));
        return new Judgements(List.copyOf(added),
                findings(entries.stream().filter(e -> before.contains(FindingKey.of(e))), now, said));
    }

    private List<ReportEntry> full(Graph data) {
        ValidationContext context = ValidationContext.create(rules.shapes(), data);
        for (Shape shape : rules.shapes().getTargetShapes()) {
            VLib.focusNodes(data, shape).forEach(node -> VLib.validateShape(context, data, shape, node));
        }
        return List.copyOf(context.generateReport().getEntries());
    }

    private List<Finding> findings(Stream<ReportEntry> entries, Graph data, Proposed said) {
        List<ReportEntry> some = entries.toList();
        return some.isEmpty() ? List.of() : validation.findings(some, data, said);
    }

    private static Graph graphOf(TripleDelta delta) {
        Graph graph = GraphFactory.createDefaultGraph();
        delta.added().forEach(graph::add);
        return graph;
    }

    private static Finding underivable(Quad quad) {
        Node graph = quad.getGraph();
        return Finding.inText(DERIVED, Place.inGraph(graph.toString(), quad.getSubject().toString(),
                quad.getPredicate().toString()), "this graph follows from the others and cannot be written by itself",
                "Change the claims or terms that it follows from.");
    }
}
