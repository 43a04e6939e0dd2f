package org.secretomegraph.shacl.constraint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;

/**
 * Which shapes refer to which others.
 *
 * @param all the references
 * @param recursive those that may be part of a circle of references
 * @param depth how many shapes the longest chain of other references has
 */
record ShapeReferences(List<Reference> all, List<Reference> recursive, int depth) {
    private static final List<Node> SINGLE =
            List.of(SHACL.property, SHACL.node, SHACL.not, SHACL.qualifiedValueShape);
    private static final List<Node> LISTS = List.of(SHACL.and, SHACL.or, SHACL.xone);

    /** @param stated the triple whose object is the shape that is referred to: of a list, that of its cell */
    record Reference(Node from, Node to, Triple stated) {
        boolean isOfProperty() {
            return stated.getPredicate().equals(SHACL.property);
        }

        boolean isOfNode() {
            return stated.getPredicate().equals(SHACL.node);
        }
    }

    static ShapeReferences of(Graph shapes) {
        List<Reference> all = new ArrayList<>();
        SINGLE.forEach(property -> shapes.find(Node.ANY, property, Node.ANY)
                .forEachRemaining(t -> all.add(new Reference(t.getSubject(), t.getObject(), t))));
        LISTS.forEach(property -> shapes.find(Node.ANY, property, Node.ANY).toList().forEach(t -> {
            for (Node cell = t.getObject(); !cell.equals(RDF.nil.asNode());) {
                Triple member = shapes.find(cell, RDF.first.asNode(), Node.ANY).next();
                all.add(new Reference(t.getSubject(), member.getObject(), member));
                cell = shapes.find(cell, RDF.rest.asNode(), Node.ANY).next().getObject();
            }
        }));
        Peeled forwards = peel(all, Reference::from, Reference::to);
        Peeled backwards = peel(forwards.remaining(), Reference::to, Reference::from);
        List<Reference> others = all.stream().filter(r -> !backwards.remaining().contains(r)).toList();
        return new ShapeReferences(all, backwards.remaining(),
                peel(others, Reference::from, Reference::to).rounds());
    }

    private record Peeled(List<Reference> remaining, int rounds) {}

    /** Removes again and again the references of shapes to which none leads. */
    private static Peeled peel(List<Reference> references, Function<Reference, Node> from,
            Function<Reference, Node> to) {
        Map<Node, List<Reference>> byStart = references.stream().collect(Collectors.groupingBy(from));
        Map<Node, Integer> incoming = new HashMap<>();
        references.forEach(r -> incoming.merge(to.apply(r), 1, Integer::sum));
        Deque<Node> free = new ArrayDeque<>(byStart.keySet().stream().filter(n -> !incoming.containsKey(n)).toList());
        Map<Node, Integer> depths = new HashMap<>();
        int deepest = 0;
        while (!free.isEmpty()) {
            Node shape = free.poll();
            int depth = depths.getOrDefault(shape, 0) + 1;
            for (Reference r : Optional.ofNullable(byStart.remove(shape)).orElse(List.of())) {
                Node next = to.apply(r);
                depths.merge(next, depth, Math::max);
                deepest = Math.max(deepest, depth);
                if (incoming.merge(next, -1, Integer::sum) == 0) {
                    free.add(next);
                }
            }
        }
        return new Peeled(byStart.values().stream().flatMap(List::stream).toList(), deepest);
    }

    /** The shapes that are part of such a circle. */
    Set<Node> recursiveShapes() {
        return recursive.stream().map(Reference::to).collect(Collectors.toSet());
    }
}
