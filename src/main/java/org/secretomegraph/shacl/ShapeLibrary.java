package org.secretomegraph.shacl;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.parser.ShaclParseException;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.secretomegraph.graph.RdfSource;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.report.Severity;

/** The shapes, parsed once. Safe for many readers. */
public final class ShapeLibrary {
    private final Shapes shapes;
    private final ParallelValidator judging;

    private ShapeLibrary(Shapes shapes, ParallelValidator judging) {
        this.shapes = shapes;
        this.judging = judging;
    }

    /**
     * Reads shapes files. @throws InvalidInputException when a file cannot be used or holds no shape that looks at
     * anything
     */
    public static ShapeLibrary read(List<Path> files) {
        Graph all = GraphFactory.createDefaultGraph();
        for (Path file : files) {
            Graph parsed = RdfSource.parse(file).getDefaultGraph();
            parsed.find().forEachRemaining(all::add);
            all.getPrefixMapping().setNsPrefixes(parsed.getPrefixMapping());
        }
        try {
            ShapeLibrary rules = of(SupportedShapes.parse(all));
            if (rules.shapes.getTargetShapes().isEmpty()) {
                throw new InvalidInputException(names(files) + ": no shape with a target; nothing would be checked");
            }
            return rules;
        } catch (ShaclParseException e) {
            throw new InvalidInputException(
                    names(files) + ": no valid shapes: " + e.getMessage().replaceAll("\\s+", " ")
                            + " (a file that refers to another needs it: name the folder)",
                    e);
        }
    }

    /** Shapes that were parsed elsewhere. */
    public static ShapeLibrary of(Shapes shapes) {
        return of(shapes, new ParallelValidator(shapes));
    }

    public static ShapeLibrary of(Shapes shapes, ParallelValidator judging) {
        return new ShapeLibrary(shapes, judging);
    }

    private static String names(List<Path> files) {
        return files.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    /** The shapes as Jena runs them. */
    public Shapes shapes() {
        return shapes;
    }

    public ParallelValidator judging() {
        return judging;
    }

    /** The rules with their severities, sorted by name: every shape that states one. */
    public SortedMap<String, Severity> rules() {
        return new TreeMap<>(shapes.getGraph().stream(Node.ANY, SHACL.severity, Node.ANY)
                .filter(t -> t.getSubject().isURI())
                .collect(Collectors.toMap(t -> t.getSubject().getURI(), t -> Severity.of(t.getObject()))));
    }

    public ShapeMetadata rule(Node shape) {
        return ShapeMetadata.of(shape, shapes.getGraph());
    }
}
