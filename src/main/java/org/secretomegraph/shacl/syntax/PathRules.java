package org.secretomegraph.shacl.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.vocabulary.SHACL;

/** The syntax rules of property paths (<a href="https://www.w3.org/TR/shacl/#property-paths">section 2.3.1</a>). */
final class PathRules {
    private static final List<Node> OPERATORS = List.of(SHACL.inversePath, SHACL.zeroOrMorePath, SHACL.oneOrMorePath,
            SHACL.zeroOrOnePath, SHACL.alternativePath);
    /** Paths are followed by recursion. */
    private static final int MAX_STEPS = 500;

    private PathRules() {}

    /** What is wrong with a path; empty when it is well-formed. */
    static Optional<String> problem(Graph shapes, Node path) {
        Deque<Node> open = new ArrayDeque<>(List.of(path));
        Deque<Set<Node>> ancestors = new ArrayDeque<>(List.of(Set.of()));
        for (int steps = 0; !open.isEmpty(); steps++) {
            if (steps > MAX_STEPS) {
                return Optional.of("is nested too deeply or too long: at most " + MAX_STEPS + " steps are followed");
            }
            Node node = open.pop();
            Set<Node> above = ancestors.pop();
            if (above.contains(node)) {
                return Optional.of("leads back to itself");
            }
            List<Node> parts = new ArrayList<>();
            Optional<String> problem = parts(shapes, node, parts);
            if (problem.isPresent()) {
                return problem;
            }
            Set<Node> below = new HashSet<>(above);
            below.add(node);
            parts.stream().filter(Node::isBlank).forEach(part -> {
                open.push(part);
                ancestors.push(below);
            });
            Optional<Node> unusable = parts.stream().filter(part -> !part.isBlank() && !part.isURI()).findFirst();
            if (unusable.isPresent()) {
                return Optional.of("has a step that is neither an IRI nor a path: " + unusable.get());
            }
        }
        return Optional.empty();
    }

    /** @param parts receives the paths that the path consists of */
    private static Optional<String> parts(Graph shapes, Node path, List<Node> parts) {
        if (RdfLists.isList(shapes, path)) {
            return members(shapes, path, parts);
        }
        if (path.isURI()) {
            return Optional.empty();
        }
        if (!path.isBlank()) {
            return Optional.of("is neither an IRI nor a path: " + path);
        }
        List<Node> stated = OPERATORS.stream().filter(o -> shapes.contains(path, o, Node.ANY)).toList();
        if (stated.size() != 1 || RdfLists.objects(shapes, path, stated.get(0)).size() != 1) {
            return Optional.of("is a blank node that is neither a list nor has exactly one of sh:inversePath,"
                    + " sh:alternativePath, sh:zeroOrMorePath, sh:oneOrMorePath and sh:zeroOrOnePath");
        }
        Node operand = RdfLists.objects(shapes, path, stated.get(0)).get(0);
        if (stated.get(0).equals(SHACL.alternativePath)) {
            return members(shapes, operand, parts);
        }
        parts.add(operand);
        return Optional.empty();
    }

    private static Optional<String> members(Graph shapes, Node list, List<Node> parts) {
        return switch (RdfLists.of(shapes, list)) {
            case RdfLists.Result.Malformed malformed -> Optional.of(malformed.problem());
            case RdfLists.Result.Members members when members.nodes().isEmpty() -> Optional.of("is an empty list");
            case RdfLists.Result.Members members -> {
                parts.addAll(members.nodes());
                yield Optional.empty();
            }
        };
    }
}
