package org.secretomegraph.findings;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.Path;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.Location;
import org.secretomegraph.report.NodeLabels;
import org.secretomegraph.report.Severity;
import org.secretomegraph.shacl.ShapeLibrary;
import org.secretomegraph.shacl.ShapeMetadata;

/** Turns an entry of Jena's report into a finding that a curator understands. */
public final class FindingFactory {
    private final ShapeLibrary rules;
    private final Graph data;
    private final CandidateData proposed;
    private final NodeLabels names;
    private final SuggestionFinder suggestion;
    private final LocationResolver places;

    public FindingFactory(ShapeLibrary rules, Graph data, CandidateData proposed) {
        this.rules = rules;
        this.data = data;
        this.proposed = proposed;
        this.names = new NodeLabels(data);
        this.suggestion = new SuggestionFinder(data);
        this.places = new LocationResolver(proposed);
    }

    public Finding of(ReportEntry entry) {
        ShapeMetadata rule = rules.rule(entry.source());
        Optional<Node> value = value(entry);
        String path = path(entry, value);
        String remedy = Stream.of(entry.message(), suggestion.allowed(entry, value)).filter(s -> !s.isEmpty())
                .collect(Collectors.joining(" "));
        Location place = places.of(entry.focusNode(), path, rule.column(), rule.besides());
        return new Finding(entry.source().toString(), entry.sourceConstraintComponent().toString(),
                Severity.of(entry.severity().level()), place,
                rule.besides().contains(place.column()) ? inCell(entry.focusNode(), place.column()) : value,
                problem(entry, rule, value), remedy, suggestion.of(entry, value), rule.description());
    }

    /** What stands in the cell that is to be mended, when the rule looked at another one of its row. */
    private Optional<Node> inCell(Node focus, String column) {
        return proposed.layout().stream().flatMap(sheet -> sheet.columns().entrySet().stream())
                .filter(e -> e.getValue().equals(column)).map(e -> NodeFactory.createURI(e.getKey()))
                .flatMap(property -> proposed.triples().stream(focus, property, Node.ANY)).map(Triple::getObject)
                .findFirst();
    }

    /** A shape about the node as a whole repeats the node as its value: that is no value. */
    private static Optional<Node> value(ReportEntry entry) {
        return Optional.ofNullable(entry.value()).filter(v -> !v.equals(entry.focusNode()));
    }

    /** The property to edit: the one that leads from the node to the value, else the first of the shape's path. */
    private String path(ReportEntry entry, Optional<Node> value) {
        if (entry.resultPath() != null) {
            Node first = first(entry.resultPath());
            if (value.isEmpty() || proposed.triples().contains(entry.focusNode(), first, value.get())) {
                return first.getURI();
            }
        }
        return value.flatMap(v -> data.stream(entry.focusNode(), Node.ANY, v).map(Triple::getPredicate)
                .map(Node::getURI).sorted().findFirst())
                .orElseGet(() -> entry.resultPath() == null ? "" : first(entry.resultPath()).getURI());
    }

    private static Node first(Path path) {
        return switch (path) {
            case P_Link link -> link.getNode();
            case P_Path2 two -> first(two.getLeft());
            case P_Path1 one -> first(one.getSubPath());
            default -> throw new IllegalStateException("a path that SHACL does not have: " + path);
        };
    }

    private String problem(ReportEntry entry, ShapeMetadata rule, Optional<Node> value) {
        Node check = entry.sourceConstraintComponent();
        if (check.equals(SHACL.MinCountConstraintComponent)) {
            return rule.name() + " is missing";
        }
        if (check.equals(SHACL.MaxCountConstraintComponent)) {
            return values(entry, rule);
        }
        if (check.equals(SHACL.ClosedConstraintComponent)) {
            return "the property " + NodeLabels.shortName(first(entry.resultPath()).getURI()) + " is unknown here";
        }
        if (check.equals(SHACL.DatatypeConstraintComponent) && value.isPresent()) {
            return names.of(value.get()) + " is no " + NodeLabels.shortName(datatype(entry)) + ": " + rule.name();
        }
        if (value.isEmpty()) {
            return rule.description().isEmpty() ? rule.name() : rule.name() + ": " + rule.description();
        }
        Node v = value.get();
        if (v.isURI() && !data.contains(v, Node.ANY, Node.ANY)) {
            return rule.name() + ": nothing is known of " + NodeLabels.shortName(v.getURI());
        }
        return rule.name() + ": " + names.of(v);
    }

    private String values(ReportEntry entry, ShapeMetadata rule) {
        if (!(entry.resultPath() instanceof P_Link link)) {
            return rule.name() + " is stated more than once";
        }
        List<String> all = data.stream(entry.focusNode(), link.getNode(), Node.ANY).map(Triple::getObject)
                .map(names::of).sorted().toList();
        return rule.name() + " is stated " + all.size() + " times: " + String.join(", ", all);
    }

    private String datatype(ReportEntry entry) {
        return rules.shapes().getGraph().stream(entry.source(), SHACL.datatype, Node.ANY)
                .map(t -> t.getObject().getURI()).findFirst().orElse("literal of the right kind");
    }
}
