package org.secretomegraph.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * What is in a graph, in numbers: by property, and by class and property, with the kinds of value. One property is counted
 * after another, so that only one property's subjects and objects are held at a time.
 */
final class Census {
    private static final Comparator<Node> BY_NAME = Comparator.comparing(Node::getURI);

    private final Graph graph;
    private final Map<Node, List<Node>> types = new HashMap<>();
    private final SortedMap<Node, Tally> properties = new TreeMap<>(BY_NAME);
    private final SortedMap<Node, Members> classes = new TreeMap<>(BY_NAME);
    private long triples;
    private long subjects;
    private long objects;

    /** What a property says: how often, of how many, and of which kinds its values are. */
    static final class Tally {
        private long triples;
        private long subjects;
        private long objects;
        private final SortedMap<Node, Long> datatypes = new TreeMap<>(BY_NAME);
        private final SortedMap<Node, Long> objectClasses = new TreeMap<>(BY_NAME);

        private void count(Node object, List<Node> kinds) {
            triples++;
            if (object.isLiteral()) {
                datatypes.merge(NodeFactory.createURI(object.getLiteralDatatypeURI()), 1L, Long::sum);
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
            return datatypes;
        }

        SortedMap<Node, Long> objectClasses() {
            return objectClasses;
        }
    }

    /** The members of a class and what is said of them. */
    static final class Members {
        private long entities;
        private long triples;
        private final SortedMap<Node, Tally> properties = new TreeMap<>(BY_NAME);

        long entities() {
            return entities;
        }

        long triples() {
            return triples;
        }

        SortedMap<Node, Tally> properties() {
            return properties;
        }
    }

    private Census(Graph graph) {
        this.graph = graph;
    }

    static Census of(Graph graph) {
        Census census = new Census(graph);
        Set<Node> used = census.countWhole();
        graph.find(Node.ANY, RDF.type.asNode(), Node.ANY).forEachRemaining(census::countType);
        used.forEach(census::countProperty);
        return census;
    }

    private Set<Node> countWhole() {
        Set<Node> used = new HashSet<>();
        Set<Node> ofSubjects = new HashSet<>();
        Set<Node> ofObjects = new HashSet<>();
        graph.find().forEachRemaining(t -> {
            triples++;
            used.add(t.getPredicate());
            ofSubjects.add(t.getSubject());
            ofObjects.add(t.getObject());
        });
        subjects = ofSubjects.size();
        objects = ofObjects.size();
        return used;
    }

    private void countType(Triple t) {
        if (t.getObject().isURI()) {
            types.computeIfAbsent(t.getSubject(), s -> new ArrayList<>(2)).add(t.getObject());
            classes.computeIfAbsent(t.getObject(), c -> new Members()).entities++;
        }
    }

    private void countProperty(Node property) {
        Tally all = properties.computeIfAbsent(property, p -> new Tally());
        Set<Node> ofSubjects = new HashSet<>();
        Set<Node> ofObjects = new HashSet<>();
        graph.find(Node.ANY, property, Node.ANY).forEachRemaining(t -> {
            List<Node> kinds = types.getOrDefault(t.getObject(), List.of());
            all.count(t.getObject(), kinds);
            ofSubjects.add(t.getSubject());
            ofObjects.add(t.getObject());
            for (Node type : types.getOrDefault(t.getSubject(), List.of())) {
                Members members = classes.get(type);
                members.triples++;
                members.properties.computeIfAbsent(property, p -> new Tally()).count(t.getObject(), kinds);
            }
        });
        all.subjects = ofSubjects.size();
        all.objects = ofObjects.size();
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
        return properties;
    }

    SortedMap<Node, Members> classes() {
        return classes;
    }
}
