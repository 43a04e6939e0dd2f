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
import org.secretomegraph.report.ShaclResult;
import org.secretomegraph.shacl.ShapeLibrary;
import org.secretomegraph.shacl.ShapeMetadata;

/** Turns an entry of a SHACL report into a finding with location, problem and remedy. */
public final class FindingFactory {
    private final ShapeLibrary shapes;
    private final Graph data;
    private final CandidateData candidate;
    private final NodeLabels labels;
    private final SuggestionFinder suggestions;
    private final LocationResolver locations;

    public FindingFactory(ShapeLibrary shapes, Graph data, CandidateData candidate) {
        this.shapes = shapes;
        this.data = data;
        this.candidate = candidate;
        this.labels = new NodeLabels(data);
        this.suggestions = new SuggestionFinder(data);
        this.locations = new LocationResolver(candidate);
    }

    public Finding of(ReportEntry entry) {
        ShapeMetadata metadata = shapes.metadata(entry.source());
        Optional<Node> value = value(entry);
        String path = path(entry, value);
        String remedy = Stream.of(messages(entry), suggestions.allowed(entry, value)).filter(s -> !s.isEmpty())
                .collect(Collectors.joining(" "));
        Location location = locations.of(entry.focusNode(), path, metadata.column(), metadata.besides());
        return new Finding(entry.source().toString(), entry.sourceConstraintComponent().toString(),
                Severity.of(entry.severity().level()), location,
                metadata.besides().contains(location.column()) ? cellValue(entry.focusNode(), location.column())
                        : value,
                problem(entry, metadata, value), remedy, suggestions.of(entry, value), metadata.description(),
                Optional.of(ShaclResult.of(entry)));
    }

    /** The value of the cell to correct, when it is another cell of the row than the one that the rule checks. */
    private Optional<Node> cellValue(Node focus, String column) {
        return candidate.cells().stream().flatMap(sheet -> sheet.columns().entrySet().stream())
                .filter(e -> e.getValue().equals(column)).map(e -> NodeFactory.createURI(e.getKey()))
                .flatMap(property -> candidate.triples().stream(focus, property, Node.ANY)).map(Triple::getObject)
                .findFirst();
    }

    /** The value node; empty for a node shape, which reports the focus node as its value. */
    private static Optional<Node> value(ReportEntry entry) {
        return Optional.ofNullable(entry.value()).filter(v -> !v.equals(entry.focusNode()));
    }

    private static String messages(ReportEntry entry) {
        return entry.messages().stream().filter(Node::isLiteral).map(Node::getLiteralLexicalForm).distinct()
                .collect(Collectors.joining(" / "));
    }

    /**
     * The path of the shape. In a sheet it is the property whose cell to edit: the one from the focus node to the value,
     * else the first of the path.
     */
    private String path(ReportEntry entry, Optional<Node> value) {
        if (candidate.cells().isEmpty() && entry.resultPath() != null && !(entry.resultPath() instanceof P_Link)) {
            return entry.resultPath().toString();
        }
        if (entry.resultPath() != null) {
            Node first = first(entry.resultPath());
            if (value.isEmpty() || candidate.triples().contains(entry.focusNode(), first, value.get())) {
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
            default -> throw new IllegalStateException("not a SHACL property path: " + path);
        };
    }

    private String problem(ReportEntry entry, ShapeMetadata metadata, Optional<Node> value) {
        Node component = entry.sourceConstraintComponent();
        if (component.equals(SHACL.MinCountConstraintComponent)) {
            return metadata.name() + " is missing";
        }
        if (component.equals(SHACL.MaxCountConstraintComponent)) {
            return values(entry, metadata);
        }
        if (component.equals(SHACL.ClosedConstraintComponent)) {
            return "the property " + NodeLabels.shortName(first(entry.resultPath()).getURI()) + " is unknown here";
        }
        if (component.equals(SHACL.DatatypeConstraintComponent) && value.isPresent()) {
            return labels.of(value.get()) + " is not a valid " + NodeLabels.shortName(datatype(entry)) + ": "
                    + metadata.name();
        }
        if (value.isEmpty()) {
            return metadata.description().isEmpty() ? metadata.name() : metadata.name() + ": " + metadata.description();
        }
        Node v = value.get();
        if (v.isURI() && !data.contains(v, Node.ANY, Node.ANY)) {
            return metadata.name() + ": unknown term " + NodeLabels.shortName(v.getURI());
        }
        return metadata.name() + ": " + labels.of(v);
    }

    private String values(ReportEntry entry, ShapeMetadata metadata) {
        if (!(entry.resultPath() instanceof P_Link link)) {
            return metadata.name() + " is stated more than once";
        }
        List<String> all = data.stream(entry.focusNode(), link.getNode(), Node.ANY).map(Triple::getObject)
                .map(labels::of).sorted().toList();
        return metadata.name() + " is stated " + all.size() + " times: " + String.join(", ", all);
    }

    private String datatype(ReportEntry entry) {
        return shapes.shapes().getGraph().stream(entry.source(), SHACL.datatype, Node.ANY)
                .map(t -> t.getObject().getURI()).findFirst().orElse("literal of the right kind");
    }
}
