package org.secretomegraph.guard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.engine.TargetType;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
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
     * Validates candidates together, over the existing graph: the focus nodes that a candidate describes, the values of
     * its properties with {@code sh:targetObjectsOf}, and what the shapes name by {@code sh:targetNode}, which no
     * candidate need describe (SHACL section 2.1.3).
     */
    public ValidationResult validate(Graph existing, List<CandidateData> candidates) {
        Graph data = CandidateOverlay.of(existing, candidates);
        TargetMatcher targets = new TargetMatcher(data);
        Set<Node> named = new LinkedHashSet<>(targetObjects(TargetType.targetNode));
        candidates.forEach(candidate -> named.removeAll(candidate.subjects()));
        List<Finding> findings = new ArrayList<>();
        int checked = 0;
        for (CandidateData candidate : candidates) {
            Set<Node> nodes = new LinkedHashSet<>(candidate.subjects());
            // A row describes a claim and names terms; a cell that names no term is reported as such, and not again as a term
            // that lacks a definition.
            if (candidate.cells().isEmpty()) {
                targetObjects(TargetType.targetObjectsOf).forEach(property -> candidate.triples()
                        .find(Node.ANY, property, Node.ANY).forEachRemaining(t -> nodes.add(t.getObject())));
                nodes.addAll(extensionNodes(data, candidate.triples()));
            }
            nodes.addAll(named);
            named.clear();
            Map<Shape, List<Node>> focusNodes = new LinkedHashMap<>();
            shapes.shapes().getTargetShapes().forEach(shape -> focusNodes.put(shape,
                    nodes.stream().filter(node -> targets.matches(node, shape)).toList()));
            ValidationResult result = validate(data, candidate, TargetGroup.of(focusNodes));
            findings.addAll(candidate.withTextFindings(result.findings()));
            checked += result.checked();
        }
        findings.sort(Finding.BY_LOCATION);
        return new ValidationResult(List.copyOf(findings), checked);
    }

    private Stream<Target> targets(TargetType type) {
        return shapes.shapes().getTargetShapes().stream().flatMap(shape -> shape.getTargets().stream())
                .filter(target -> target.getTargetType() == type);
    }

    private Set<Node> targetObjects(TargetType type) {
        return targets(type).map(Target::getObject).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Focus nodes that a query in the shapes selects, and that the candidate mentions. */
    private Set<Node> extensionNodes(Graph data, Graph candidate) {
        return targets(TargetType.targetExtension).flatMap(target -> VLib.focusNodes(data, target).stream())
                .filter(node -> candidate.contains(node, Node.ANY, Node.ANY)
                        || candidate.contains(Node.ANY, Node.ANY, node))
                .collect(Collectors.toSet());
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

    /** A finding for each entry; on a table one for each mistake. */
    List<Finding> findings(Collection<ReportEntry> entries, Graph data, CandidateData candidate) {
        FindingFactory factory = new FindingFactory(shapes, data, candidate);
        return candidate.deduplicated(entries.stream().map(factory::of).sorted(Finding.BY_LOCATION).toList(), shapes);
    }
}
