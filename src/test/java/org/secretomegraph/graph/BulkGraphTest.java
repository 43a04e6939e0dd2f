package org.secretomegraph.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem.collection.FastHashBase;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Loading a million triples under 42,000 classes was quadratic, for the materialised types clustered in Jena's hash
 * tables. What is measured here is not time but how many slots of those tables are inspected to find a triple.
 */
class BulkGraphTest {
    private static final int CLASSES = 2_000;

    @Test
    void addingInspectsAsFewSlotsInALargeGraphAsInASmallOne() {
        double small = slotsPerTriple(new BulkGraph(), CLASSES);
        double large = slotsPerTriple(new BulkGraph(), 4 * CLASSES);
        assertTrue(small < 5 && large < 5, "slots per triple: " + small + ", then " + large);
    }

    /** When this fails, Jena has mended its tables: then its own graph will do, and ours can be deleted. */
    @Test
    void jenasOwnGraphInspectsMoreSlotsTheLargerItIs() {
        double small = slotsPerTriple(GraphMemFactory.createDefaultGraph(), CLASSES);
        double large = slotsPerTriple(GraphMemFactory.createDefaultGraph(), 4 * CLASSES);
        assertTrue(large > 10 && large > 2 * small, "slots per triple: " + small + ", then " + large);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void answersAsJenasGraphWhateverWasAddedAndRemoved(long seed) {
        Random random = new Random(seed);
        BulkGraph ours = new BulkGraph();
        Graph jenas = GraphMemFactory.createDefaultGraph();
        for (int step = 1; step <= 6_000; step++) {
            Triple triple = Triple.create(node("s", random.nextInt(60)), node("p", random.nextInt(4)),
                    node("o", random.nextInt(3) == 0 ? 0 : random.nextInt(300)));
            if (random.nextInt(5) == 0) {
                ours.delete(triple);
                jenas.delete(triple);
            } else {
                ours.add(triple);
                jenas.add(triple);
            }
            if (step % 500 == 0) {
                compare(ours, jenas, random);
            }
        }
        Graph copy = ours.copy();
        ours.clear();
        assertTrue(ours.isEmpty() && ours.find().toList().isEmpty());
        compare(copy, jenas, random);
    }

    private static void compare(Graph ours, Graph jenas, Random random) {
        assertEquals(jenas.size(), ours.size());
        for (int i = 0; i < 200; i++) {
            Node s = random.nextBoolean() ? Node.ANY : node("s", random.nextInt(61));
            Node p = random.nextBoolean() ? Node.ANY : node("p", random.nextInt(5));
            Node o = random.nextBoolean() ? Node.ANY : node("o", random.nextInt(3) * random.nextInt(150));
            String pattern = s + " " + p + " " + o;
            List<Triple> found = ours.find(s, p, o).toList();
            assertEquals(jenas.find(s, p, o).toSet(), Set.copyOf(found), pattern);
            assertEquals(found.size(), Set.copyOf(found).size(), pattern);
            assertEquals(found.size(), ours.stream(s, p, o).count(), pattern);
            assertEquals(Set.copyOf(found), ours.stream(s, p, o).collect(Collectors.toSet()), pattern);
            assertEquals(!found.isEmpty(), ours.contains(s, p, o), pattern);
        }
    }

    private static Node node(String kind, int number) {
        return NodeFactory.createURI("http://example.org/" + kind + number);
    }

    /** Over all hash tables of a graph: the slots inspected to find every key, for each triple of the graph. */
    private static double slotsPerTriple(Graph graph, int classes) {
        addTypes(graph, classes);
        long inspected = 0;
        List<FastHashBase<?>> tables = tables(graph);
        for (FastHashBase<?> table : tables) {
            inspected += inspectedSlots(table);
        }
        assertTrue(graph.size() > 10 * classes && tables.size() >= 3, tables.size() + " tables");
        return (double) inspected / graph.size();
    }

    /** Numbered classes in a binary tree, and for each a numbered record with that type and its superclasses. */
    private static void addTypes(Graph graph, int classes) {
        for (int i = 1; i <= classes; i++) {
            graph.add(type(i), RDF.type.asNode(), OWL2.Class.asNode());
            graph.add(type(i), RDFS.subClassOf.asNode(), type(i / 2));
            for (int above = i; above > 0; above /= 2) {
                graph.add(node("record/", 7 * i), RDF.type.asNode(), type(above));
            }
        }
    }

    private static Node type(int number) {
        return NodeFactory.createURI("http://purl.obolibrary.org/obo/XX_%07d".formatted(number));
    }

    /** Jena's hash tables within a graph, whichever fields and arrays hold them. */
    private static List<FastHashBase<?>> tables(Graph graph) {
        List<FastHashBase<?>> tables = new ArrayList<>();
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> open = new ArrayDeque<>(List.of(graph));
        while (!open.isEmpty()) {
            Object at = open.pop();
            if (seen.add(at)) {
                if (at instanceof FastHashBase<?> table) {
                    tables.add(table);
                }
                parts(at).filter(BulkGraphTest::mayHoldTables).forEach(open::push);
            }
        }
        return tables;
    }

    private static Stream<?> parts(Object whole) {
        if (whole instanceof Object[] array) {
            return Stream.of(array);
        }
        return Stream.<Class<?>>iterate(whole.getClass(), type -> type != null, Class::getSuperclass)
                .flatMap(type -> Stream.of(type.getDeclaredFields()))
                .filter(f -> !Modifier.isStatic(f.getModifiers()) && !f.getType().isPrimitive())
                .map(f -> value(f, whole));
    }

    private static boolean mayHoldTables(Object part) {
        if (part == null || part instanceof Node[] || part instanceof Triple[]) {
            return false;
        }
        Class<?> type = part.getClass().isArray() ? part.getClass().getComponentType() : part.getClass();
        return type.getName().startsWith("org.apache.jena.mem.")
                || type.getName().startsWith(BulkGraph.class.getPackageName());
    }

    /** A key is searched from the slot of its hash code downwards. */
    private static long inspectedSlots(FastHashBase<?> table) {
        int[] slots = (int[]) value(table, "positions");
        int[] hashCodes = (int[]) value(table, "hashCodesOrDeletedIndices");
        long inspected = 0;
        for (int i = 0; i < slots.length; i++) {
            if (slots[i] != 0) {
                int first = hashCodes[~slots[i]] & slots.length - 1;
                inspected += (first - i & slots.length - 1) + 1;
            }
        }
        return inspected;
    }

    private static Object value(FastHashBase<?> table, String field) {
        try {
            return value(FastHashBase.class.getDeclaredField(field), table);
        } catch (NoSuchFieldException e) {
            throw new AssertionError("Jena's hash tables have other fields now", e);
        }
    }

    private static Object value(Field field, Object of) {
        try {
            field.setAccessible(true);
            return field.get(of);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
