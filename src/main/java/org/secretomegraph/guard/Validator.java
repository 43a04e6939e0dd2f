package org.secretomegraph.guard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.secretomegraph.findings.CandidateData;
import org.secretomegraph.findings.CandidateOverlay;
import org.secretomegraph.findings.FindingFactory;
import org.secretomegraph.findings.LocationResolver;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.ValidationResult;
import org.secretomegraph.shacl.ShapeLibrary;
import org.secretomegraph.shacl.TargetGroup;
import org.secretomegraph.shacl.eval.TargetMatcher;

/** Judges data by the rules. Jena's own verdict is not used: it refuses data for a lone warning. */
public final class Validator {
    private final ShapeLibrary rules;

    public Validator(ShapeLibrary rules) {
        this.rules = rules;
    }

    /** Judges a whole graph. */
    public ValidationResult judge(String name, Graph graph) {
        return judge(graph, CandidateData.ofFile(name, graph), rules.judging().all(graph));
    }

    /**
     * Judges proposals together, over the graph that is already believed. Only nodes that a proposal says something of
     * are judged.
     */
    public ValidationResult judge(Graph believed, List<CandidateData> proposals) {
        Graph data = CandidateOverlay.of(believed, proposals);
        TargetMatcher focus = new TargetMatcher(data);
        List<Finding> findings = new ArrayList<>();
        int judged = 0;
        for (CandidateData proposed : proposals) {
            Set<Node> subjects = proposed.subjects();
            Map<Shape, List<Node>> asked = new LinkedHashMap<>();
            rules.shapes().getTargetShapes().forEach(shape -> asked.put(shape,
                    subjects.stream().filter(node -> focus.is(node, shape)).toList()));
            ValidationResult one = judge(data, proposed, TargetGroup.of(asked));
            findings.addAll(proposed.withText(one.findings()));
            judged += one.judged();
        }
        findings.sort(Finding.BY_LOCATION);
        return new ValidationResult(List.copyOf(findings), judged);
    }

    /** Findings that somebody else made on what is proposed, at the cells that must be mended. */
    public List<Finding> located(CandidateData proposed, List<Finding> findings) {
        LocationResolver places = new LocationResolver(proposed);
        return proposed.withText(proposed.told(findings.stream()
                .map(f -> f.place().focus().isEmpty() ? f : f.at(places.of(
                        NodeFactory.createURI(f.place().focus()), f.place().path(), f.place().column(),
                        rules.rule(NodeFactory.createURI(f.rule())).besides())))
                .sorted(Finding.BY_LOCATION).toList(), rules));
    }

    private ValidationResult judge(Graph data, CandidateData proposed, List<TargetGroup> blocks) {
        return new ValidationResult(findings(rules.judging().entries(data, blocks), data, proposed),
                (int) blocks.stream().flatMap(block -> block.nodes().stream()).distinct().count());
    }

    /** One finding for one rule, node and value, though several constraints of the rule may have failed. */
    List<Finding> findings(Collection<ReportEntry> entries, Graph data, CandidateData proposed) {
        FindingFactory text = new FindingFactory(rules, data, proposed);
        Set<List<Object>> seen = new HashSet<>();
        List<Finding> all = entries.stream()
                .map(text::of)
                .sorted(Finding.BY_LOCATION)
                .filter(f -> seen.add(List.of(f.rule(), f.place(), f.value())))
                .toList();
        return proposed.told(all, rules);
    }
}
