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

/**
 * Validates graphs and candidate data, and locates the findings. The {@code sh:conforms} of Jena's report is not used,
 * because a single warning makes it false.
 */
public final class Validator {
    private final ShapeLibrary shapes;

    public Validator(ShapeLibrary shapes) {
        this.shapes = shapes;
    }

    /** Validates a whole graph. @param name the file that findings name */
    public ValidationResult validate(String name, Graph graph) {
        return validate(graph, CandidateData.ofFile(name, graph), shapes.validator().focusNodes(graph));
    }

    /**
     * Validates candidates together, over the existing graph. Only nodes that are subjects in a candidate are
     * validated.
     */
    public ValidationResult validate(Graph existing, List<CandidateData> candidates) {
        Graph data = CandidateOverlay.of(existing, candidates);
        TargetMatcher targets = new TargetMatcher(data);
        List<Finding> findings = new ArrayList<>();
        int checked = 0;
        for (CandidateData candidate : candidates) {
            Set<Node> subjects = candidate.subjects();
            Map<Shape, List<Node>> focusNodes = new LinkedHashMap<>();
            shapes.shapes().getTargetShapes().forEach(shape -> focusNodes.put(shape,
                    subjects.stream().filter(node -> targets.matches(node, shape)).toList()));
            ValidationResult result = validate(data, candidate, TargetGroup.of(focusNodes));
            findings.addAll(candidate.withTextFindings(result.findings()));
            checked += result.checked();
        }
        findings.sort(Finding.BY_LOCATION);
        return new ValidationResult(List.copyOf(findings), checked);
    }

    /** Findings of a server on candidate data, at the cells to correct. */
    public List<Finding> located(CandidateData candidate, List<Finding> findings) {
        LocationResolver locations = new LocationResolver(candidate);
        return candidate.withTextFindings(candidate.deduplicated(findings.stream()
                .map(f -> f.place().focus().isEmpty() ? f : f.withLocation(locations.of(
                        NodeFactory.createURI(f.place().focus()), f.place().path(), f.place().column(),
                        shapes.metadata(NodeFactory.createURI(f.rule())).besides())))
                .sorted(Finding.BY_LOCATION).toList(), shapes));
    }

    private ValidationResult validate(Graph data, CandidateData candidate, List<TargetGroup> groups) {
        return new ValidationResult(findings(shapes.validator().entries(data, groups), data, candidate),
                (int) groups.stream().flatMap(group -> group.nodes().stream()).distinct().count());
    }

    /** One finding for each rule, location and value, though several constraints of the rule may have failed. */
    List<Finding> findings(Collection<ReportEntry> entries, Graph data, CandidateData candidate) {
        FindingFactory factory = new FindingFactory(shapes, data, candidate);
        Set<List<Object>> seen = new HashSet<>();
        List<Finding> all = entries.stream()
                .map(factory::of)
                .sorted(Finding.BY_LOCATION)
                .filter(f -> seen.add(List.of(f.rule(), f.place(), f.value())))
                .toList();
        return candidate.deduplicated(all, shapes);
    }
}
