package org.secretomegraph.graph.describe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * The quads of the named graphs with numbers for nodes, read in one pass: whoever counts many things of them looks at
 * the dataset once, and then sorts numbers.
 */
final class EncodedQuads {
    private final Numbers nodes = new Numbers();
    private final Numbers properties = new Numbers();
    private final Numbers graphs = new Numbers();
    private final List<Part> parts = new ArrayList<>();

    /** Nodes in the order in which they were met. */
    private static final class Numbers {
        private final Map<Node, Integer> known = new HashMap<>();
        private final List<Node> inOrder = new ArrayList<>();

        int of(Node node) {
            return known.computeIfAbsent(node, n -> {
                inOrder.add(n);
                return inOrder.size() - 1;
            });
        }
    }

    /** The triples of one graph. */
    private static final class Part {
        private long[] pairs = new long[64];
        private int[] properties = new int[64];
        private int size;

        void add(int property, long pair) {
            if (size == pairs.length) {
                pairs = Arrays.copyOf(pairs, 2 * size);
                properties = Arrays.copyOf(properties, 2 * size);
            }
            pairs[size] = pair;
            properties[size++] = property;
        }
    }

    /**
     * What a property says in some graphs together.
     *
     * @param property the property
     * @param pairs    number of the subject, and in the lower half that of the object; sorted, each pair once
     */
    record Pairs(Node property, long[] pairs) {
        static int subject(long pair) {
            return (int) (pair >>> 32);
        }

        static int object(long pair) {
            return (int) pair;
        }
    }

    private EncodedQuads() {}

    /** @param counted which named graphs are read */
    static EncodedQuads of(DatasetGraph dataset, Predicate<Node> counted) {
        EncodedQuads quads = new EncodedQuads();
        Iterator<Quad> all = dataset.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
        while (all.hasNext()) {
            Quad quad = all.next();
            if (counted.test(quad.getGraph())) {
                quads.add(quad);
            }
        }
        return quads;
    }

    private void add(Quad quad) {
        int graph = graphs.of(quad.getGraph());
        if (graph == parts.size()) {
            parts.add(new Part());
        }
        long subject = nodes.of(quad.getSubject());
        parts.get(graph).add(properties.of(quad.getPredicate()), subject << 32 | nodes.of(quad.getObject()));
    }

    List<Node> graphs() {
        return graphs.inOrder;
    }

    Node node(int number) {
        return nodes.inOrder.get(number);
    }

    /** All triples of some graphs, by property. A triple that several of them hold comes once. */
    List<Pairs> pairs(Predicate<Node> counted) {
        List<Part> read = IntStream.range(0, parts.size()).filter(i -> counted.test(graphs.inOrder.get(i)))
                .mapToObj(parts::get).toList();
        int[] sizes = new int[properties.inOrder.size()];
        read.forEach(part -> {
            for (int i = 0; i < part.size; i++) {
                sizes[part.properties[i]]++;
            }
        });
        long[][] pairs = new long[sizes.length][];
        read.forEach(part -> {
            for (int i = 0; i < part.size; i++) {
                int property = part.properties[i];
                pairs[property] = pairs[property] == null ? new long[sizes[property]] : pairs[property];
                pairs[property][--sizes[property]] = part.pairs[i];
            }
        });
        return IntStream.range(0, pairs.length).filter(p -> pairs[p] != null)
                .mapToObj(p -> new Pairs(properties.inOrder.get(p), sortedOnce(pairs[p]))).toList();
    }

    private static long[] sortedOnce(long[] pairs) {
        Arrays.sort(pairs);
        int kept = 0;
        for (int i = 0; i < pairs.length; i++) {
            if (i == 0 || pairs[i] != pairs[i - 1]) {
                pairs[kept++] = pairs[i];
            }
        }
        return Arrays.copyOf(pairs, kept);
    }
}
