package org.secretomegraph.shacl;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.secretomegraph.io.Messages;
import org.secretomegraph.report.Severity;
import org.secretomegraph.shacl.constraint.StandardShapes;
import org.secretomegraph.shacl.syntax.IllFormedShapesException;

/** The parsed shapes with their validator. Safe for use by several threads. */
public final class ShapeLibrary {
    private final Shapes shapes;
    private final List<String> recursive;
    private final ParallelValidator validator;

    private ShapeLibrary(StandardShapes parsed, ParallelValidator validator) {
        this.shapes = parsed.shapes();
        this.recursive = parsed.recursive();
        this.validator = validator;
    }

    /** Reads shapes files. @throws InvalidInputException when a file is not valid, or when no shape has a target */
    public static ShapeLibrary read(List<Path> files) {
        Graph all = GraphFactory.createDefaultGraph();
        Map<Path, Graph> byFile = new LinkedHashMap<>();
        for (Path file : files) {
            Graph parsed = RdfSource.parse(file).getDefaultGraph();
            byFile.put(file, parsed);
            parsed.find().forEachRemaining(all::add);
            all.getPrefixMapping().setNsPrefixes(parsed.getPrefixMapping());
        }
        try {
            StandardShapes standard = SupportedShapes.parse(all);
            ShapeLibrary library = new ShapeLibrary(standard, new ParallelValidator(standard.shapes()));
            if (library.shapes.getTargetShapes().isEmpty()) {
                throw new InvalidInputException(names(files) + ": no shape with a target; nothing would be checked");
            }
            return library;
        } catch (IllFormedShapesException e) {
            List<Path> stating = byFile.entrySet().stream()
                    .filter(file -> file.getValue().contains(e.subject(), Node.ANY, Node.ANY)).map(Map.Entry::getKey)
                    .toList();
            throw new InvalidInputException(
                    names(stating.isEmpty() ? files : stating) + ": no valid shapes: "
                            + Messages.oneLine(Messages.of(e))
                            + (Messages.of(e).endsWith("is not described") && files.size() == 1
                                    ? " (a file that refers to another needs it: name the folder)" : ""),
                    e);
        } catch (ShaclParseException e) {
            throw new InvalidInputException(names(files) + ": no valid shapes: " + Messages.oneLine(Messages.of(e)), e);
        }
    }

    /** A library of shapes that are parsed already. */
    public static ShapeLibrary of(Shapes shapes) {
        return of(shapes, new ParallelValidator(shapes));
    }

    public static ShapeLibrary of(Shapes shapes, ParallelValidator validator) {
        return new ShapeLibrary(new StandardShapes(shapes, List.of()), validator);
    }

    private static String names(List<Path> files) {
        return files.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    /** The shapes as parsed by Jena. */
    public Shapes shapes() {
        return shapes;
    }

    /** The shapes that refer to themselves, directly or through others, by name. */
    public List<String> recursive() {
        return recursive;
    }

    public ParallelValidator validator() {
        return validator;
    }

    /** The severities of all shapes that state one, by shape IRI, sorted. */
    public SortedMap<String, Severity> severities() {
        return new TreeMap<>(shapes.getGraph().stream(Node.ANY, SHACL.severity, Node.ANY)
                .filter(t -> t.getSubject().isURI())
                .collect(Collectors.toMap(t -> t.getSubject().getURI(), t -> Severity.of(t.getObject()))));
    }

    public ShapeMetadata metadata(Node shape) {
        return ShapeMetadata.of(shape, shapes.getGraph());
    }
}
