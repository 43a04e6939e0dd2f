package org.secretomegraph.graph;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem.iterator.IteratorOfJenaSets;
import org.apache.jena.mem.store.TripleStore;
import org.apache.jena.mem.store.fast.FastArrayBunch;
import org.apache.jena.mem.store.fast.FastHashedBunchMap;
import org.apache.jena.mem.store.fast.FastHashedTripleBunch;
import org.apache.jena.mem.store.fast.FastTripleBunch;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.NiceIterator;
import org.apache.jena.util.iterator.SingletonIterator;

/**
 * Jena's {@code FastTripleStore} with arrays, not hash tables, for the triples of a predicate and of an object.
 *
 * <p>Jena's tables probe linearly and do not mix the hash code of a triple, which is made of the codes of its nodes by
 * shifts and exclusive or. Numbered IRIs, as ontologies have them, get neighbouring codes: in the table of {@code
 * rdf:type} with a million triples under many classes, runs of full slots grow so long that adding is quadratic. Those
 * tables are needed for removal only: the triples of the subject show whether a triple is there already. Removal here
 * takes time in proportion to the triples of the predicate.
 */
final class BulkTripleStore implements TripleStore {
    /** Up to this size the triples of a subject are an array, as in Jena. */
    private static final int MAX_SUBJECT_ARRAY = 16;
    /** For an object with more triples the predicate's are looked through if they are fewer, as in Jena. */
    private static final int COMMON_OBJECT = 400;

    private final FastHashedBunchMap subjects;
    private final FastHashedBunchMap predicates;
    private final FastHashedBunchMap objects;
    private final FastTripleBunch none = new TripleArray();
    private int size;

    BulkTripleStore() {
        this(new FastHashedBunchMap(), new FastHashedBunchMap(), new FastHashedBunchMap(), 0);
    }

    private BulkTripleStore(FastHashedBunchMap subjects, FastHashedBunchMap predicates, FastHashedBunchMap objects,
            int size) {
        this.subjects = subjects;
        this.predicates = predicates;
        this.objects = objects;
        this.size = size;
    }

    /** Triples in the order in which they were added. */
    private static final class TripleArray extends FastArrayBunch {
        TripleArray() {}

        private TripleArray(TripleArray copied) {
            super(copied);
        }

        @Override
        public boolean areEqual(Triple a, Triple b) {
            return a.equals(b);
        }

        @Override
        public TripleArray copy() {
            return new TripleArray(this);
        }
    }

    @Override
    public void add(Triple triple) {
        FastTripleBunch ofSubject = subjects.computeIfAbsent(triple.getSubject(), TripleArray::new);
        if (ofSubject.isArray() && ofSubject.size() == MAX_SUBJECT_ARRAY) {
            ofSubject = new FastHashedTripleBunch(ofSubject);
            subjects.put(triple.getSubject(), ofSubject);
        }
        if (ofSubject.tryAdd(triple)) {
            size++;
            predicates.computeIfAbsent(triple.getPredicate(), TripleArray::new).addUnchecked(triple);
            objects.computeIfAbsent(triple.getObject(), TripleArray::new).addUnchecked(triple);
        }
    }

    @Override
    public void remove(Triple triple) {
        if (get(subjects, triple.getSubject()).containsKey(triple)) {
            size--;
            remove(triple, subjects, triple.getSubject());
            remove(triple, predicates, triple.getPredicate());
            remove(triple, objects, triple.getObject());
        }
    }

    private static void remove(Triple triple, FastHashedBunchMap triplesOf, Node node) {
        FastTripleBunch triples = triplesOf.get(node);
        triples.removeUnchecked(triple);
        if (triples.isEmpty()) {
            triplesOf.removeUnchecked(node);
        }
    }

    @Override
    public void clear() {
        subjects.clear();
        predicates.clear();
        objects.clear();
        size = 0;
    }

    @Override
    public int countTriples() {
        return size;
    }

    @Override
    public boolean isEmpty() {
        return size == 0;
    }

    @Override
    public boolean contains(Triple pattern) {
        return switch (concreteNodes(pattern)) {
            case 0 -> size > 0;
            case 1 -> !candidates(pattern).isEmpty();
            case 2 -> candidates(pattern).anyMatch(t -> matches(pattern, t));
            default -> candidates(pattern).containsKey(pattern);
        };
    }

    @Override
    public Stream<Triple> stream() {
        return StreamSupport.stream(subjects.valueSpliterator(), false).flatMap(FastTripleBunch::keyStream);
    }

    @Override
    public Stream<Triple> stream(Triple pattern) {
        return switch (concreteNodes(pattern)) {
            case 0 -> stream();
            case 1 -> candidates(pattern).keyStream();
            case 2 -> candidates(pattern).keyStream().filter(t -> matches(pattern, t));
            default -> contains(pattern) ? Stream.of(pattern) : Stream.empty();
        };
    }

    @Override
    public ExtendedIterator<Triple> find(Triple pattern) {
        return switch (concreteNodes(pattern)) {
            case 0 -> new IteratorOfJenaSets<>(subjects.valueIterator());
            case 1 -> candidates(pattern).keyIterator();
            case 2 -> candidates(pattern).keyIterator().filterKeep(t -> matches(pattern, t));
            default -> contains(pattern) ? new SingletonIterator<>(pattern) : NiceIterator.emptyIterator();
        };
    }

    /** Triples among which are all that match; the pattern has a concrete node. */
    private FastTripleBunch candidates(Triple pattern) {
        if (pattern.getSubject().isConcrete()) {
            return get(subjects, pattern.getSubject());
        }
        if (!pattern.getObject().isConcrete()) {
            return get(predicates, pattern.getPredicate());
        }
        FastTripleBunch ofObject = get(objects, pattern.getObject());
        if (ofObject.size() <= COMMON_OBJECT || !pattern.getPredicate().isConcrete()) {
            return ofObject;
        }
        FastTripleBunch ofPredicate = get(predicates, pattern.getPredicate());
        return ofPredicate.size() < ofObject.size() ? ofPredicate : ofObject;
    }

    private FastTripleBunch get(FastHashedBunchMap triplesOf, Node node) {
        return triplesOf.getOrDefault(node, none);
    }

    private static int concreteNodes(Triple pattern) {
        return (pattern.getSubject().isConcrete() ? 1 : 0) + (pattern.getPredicate().isConcrete() ? 1 : 0)
                + (pattern.getObject().isConcrete() ? 1 : 0);
    }

    private static boolean matches(Triple pattern, Triple triple) {
        return matches(pattern.getPredicate(), triple.getPredicate())
                && matches(pattern.getObject(), triple.getObject())
                && matches(pattern.getSubject(), triple.getSubject());
    }

    private static boolean matches(Node pattern, Node node) {
        return !pattern.isConcrete() || pattern.equals(node);
    }

    @Override
    public BulkTripleStore copy() {
        return new BulkTripleStore(subjects.copy(), predicates.copy(), objects.copy(), size);
    }
}
