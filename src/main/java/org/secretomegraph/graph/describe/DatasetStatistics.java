package org.secretomegraph.graph.describe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.secretomegraph.graph.describe.EncodedQuads.Pairs;

/** What is in some graphs together, in numbers: by property, and by class and property, with the kinds of value. */
final class DatasetStatistics {
    private final EncodedQuads quads;
    private final Map<Integer, List<Node>> types = new HashMap<>();
    private final Map<Node, Tally> properties = new HashMap<>();
    private final Map<Node, Members> classes = new HashMap<>();
    private final long triples;
    private final long subjects;
    private final long objects;

    /** What a property says: how often, of how many, and of which kinds its values are. */
    static final class Tally {
        private long triples;
        private long subjects;
        private long objects;
        private final Map<String, Long> datatypes = new HashMap<>();
        private final Map<Node, Long> objectClasses = new HashMap<>();

        private void count(Node object, List<Node> kinds) {
            triples++;
            if (object.isLiteral()) {
                datatypes.merge(object.getLiteralDatatypeURI(), 1L, Long::sum);
            }
            kinds.forEach(kind -> objectClasses.merge(kind, 1L, Long::sum));
        }

        long triples() {
            return triples;
        }

        long subjects() {
            return subjects;
        }

        long objects() {
            return objects;
        }

        SortedMap<Node, Long> datatypes() {
            Map<Node, Long> named = new HashMap<>();
            datatypes.forEach((iri, number) -> named.put(NodeFactory.createURI(iri), number));
            return byName(named);
        }

        SortedMap<Node, Long> objectClasses() {
            return byName(objectClasses);
        }
    }

    /** The members of a class and what is said of them. */
    static final class Members {
        private long entities;
        private long triples;
        private final Map<Node, Tally> properties = new HashMap<>();

        long entities() {
            return entities;
        }

        long triples() {
            return triples;
        }

        SortedMap<Node, Tally> properties() {
            return byName(properties);
        }
    }

    private DatasetStatistics(EncodedQuads quads, List<Pairs> said) {
        this.quads = quads;
        this.triples = said.stream().mapToLong(pairs -> pairs.pairs().length).sum();
        this.subjects = different(said.stream().flatMapToInt(pairs -> subjects(pairs.pairs())));
        this.objects = different(said.stream().flatMapToInt(pairs -> objects(pairs.pairs())));
        said.stream().filter(pairs -> pairs.property().equals(RDF.type.asNode())).forEach(this::countTypes);
        said.forEach(this::countProperty);
    }

    /** @param counted which of the graphs are counted, together */
    static DatasetStatistics of(EncodedQuads quads, Predicate<Node> counted) {
        return new DatasetStatistics(quads, quads.pairs(counted));
    }

    private static IntStream subjects(long[] pairs) {
        return Arrays.stream(pairs).mapToInt(Pairs::subject);
    }

    private static IntStream objects(long[] pairs) {
        return Arrays.stream(pairs).mapToInt(Pairs::object);
    }

    private static long different(IntStream numbers) {
        return numbers.sorted().distinct().count();
    }

    private void countTypes(Pairs typed) {
        for (long pair : typed.pairs()) {
            Node type = quads.node(Pairs.object(pair));
            if (type.isURI()) {
                types.computeIfAbsent(Pairs.subject(pair), s -> new ArrayList<>(2)).add(type);
                classes.computeIfAbsent(type, c -> new Members()).entities++;
            }
        }
    }

    private void countProperty(Pairs said) {
        Tally all = new Tally();
        for (long pair : said.pairs()) {
            Node object = quads.node(Pairs.object(pair));
            List<Node> kinds = types.getOrDefault(Pairs.object(pair), List.of());
            all.count(object, kinds);
            for (Node type : types.getOrDefault(Pairs.subject(pair), List.of())) {
                Members members = classes.computeIfAbsent(type, c -> new Members());
                members.triples++;
                members.properties.computeIfAbsent(said.property(), p -> new Tally()).count(object, kinds);
            }
        }
        all.subjects = different(subjects(said.pairs()));
        all.objects = different(objects(said.pairs()));
        properties.put(said.property(), all);
    }

    private static <V> SortedMap<Node, V> byName(Map<Node, V> counted) {
        SortedMap<Node, V> sorted = new TreeMap<>(Comparator.comparing(Node::getURI));
        sorted.putAll(counted);
        return sorted;
    }

    long triples() {
        return triples;
    }

    /** Things that have a class. */
    long entities() {
        return types.size();
    }

    long subjects() {
        return subjects;
    }

    long objects() {
        return objects;
    }

    SortedMap<Node, Tally> properties() {
        return byName(properties);
    }

    SortedMap<Node, Members> classes() {
        return byName(classes);
    }
}
