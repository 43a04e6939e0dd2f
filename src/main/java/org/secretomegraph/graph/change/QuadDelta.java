package org.secretomegraph.graph.change;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * The net change of a transaction so far: a quad that was there already is not added, and one that was removed and
 * added again did not change. A change that is too large for the memory is continued in a spill file, step by step.
 */
public final class QuadDelta implements AutoCloseable {
    /** The most quads that are held in memory, where one takes a few hundred bytes. */
    public static final int MAX_IN_MEMORY = 250_000;

    private final int maxInMemory;
    private final Set<Quad> added = new LinkedHashSet<>();
    private final Set<Quad> removed = new LinkedHashSet<>();
    private final Set<Node> spilledGraphs = new HashSet<>();
    private Optional<DeltaSpillFile> spillFile = Optional.empty();
    private long addedCount;
    private long removedCount;
    private int version;

    /** Receives each quad that was added or removed. */
    @FunctionalInterface
    public interface Reader {
        void quad(boolean added, Quad quad);
    }

    /** @param maxInMemory a change of more quads is written to a file */
    public QuadDelta(int maxInMemory) {
        this.maxInMemory = maxInMemory;
    }

    /** Another number after each change. */
    public int version() {
        return version;
    }

    /** Whether it is too large for the memory: then it can be read with {@link #each} only, within its transaction. */
    public boolean isLarge() {
        return spillFile.isPresent();
    }

    /** Quads that are there now and were not before; not for a large change. */
    public Set<Quad> added() {
        refuseLarge();
        return Collections.unmodifiableSet(added);
    }

    /** Quads that were there before and are not now; not for a large change. */
    public Set<Quad> removed() {
        refuseLarge();
        return Collections.unmodifiableSet(removed);
    }

    private void refuseLarge() {
        if (isLarge()) {
            throw new IllegalStateException(
                    "a change of " + (addedCount + removedCount) + " quads is not in memory: read it step by step");
        }
    }

    /** How many quads were added. In a large change one that was removed and added again counts too. */
    public long addedCount() {
        return isLarge() ? addedCount : added.size();
    }

    /** How many quads were removed, likewise. */
    public long removedCount() {
        return isLarge() ? removedCount : removed.size();
    }

    /**
     * Reads what was removed and what was added. In a large change, steps that were undone are told with what undid
     * them, in their order: whoever follows them all comes to the same end.
     */
    public void forEach(Reader reader) {
        spillFile.ifPresentOrElse(all -> all.read(reader::quad), () -> {
            removed.forEach(quad -> reader.quad(false, quad));
            added.forEach(quad -> reader.quad(true, quad));
        });
    }

    public boolean isEmpty() {
        return addedCount() == 0 && removedCount() == 0;
    }

    public void add(Quad quad) {
        version++;
        if (isLarge()) {
            spill(true, quad);
        } else if (!removed.remove(quad)) {
            added.add(quad);
            spillWhenFull();
        }
    }

    public void remove(Quad quad) {
        version++;
        if (isLarge()) {
            spill(false, quad);
        } else if (!added.remove(quad)) {
            removed.add(quad);
            spillWhenFull();
        }
    }

    private void spillWhenFull() {
        if (added.size() + removed.size() > maxInMemory) {
            spillFile = Optional.of(new DeltaSpillFile());
            removed.forEach(quad -> spill(false, quad));
            added.forEach(quad -> spill(true, quad));
            removed.clear();
            added.clear();
        }
    }

    private void spill(boolean isAdded, Quad quad) {
        spillFile.orElseThrow().write(isAdded, quad);
        spilledGraphs.add(quad.getGraph());
        addedCount += isAdded ? 1 : 0;
        removedCount += isAdded ? 0 : 1;
    }

    @Override
    public void close() {
        spillFile.ifPresent(DeltaSpillFile::close);
    }

    /**
     * The same for the union of some graphs: a triple that another of them holds, or held, did not change.
     *
     * @param now     the dataset as it is with this delta
     * @param included the graphs that make the union
     */
    public TripleDelta triples(DatasetGraph now, Predicate<Node> included) {
        Map<Triple, Boolean> wasHeld = new HashMap<>();
        removed.stream().filter(q -> included.test(q.getGraph())).forEach(q -> wasHeld.put(q.asTriple(), true));
        added.stream().filter(q -> included.test(q.getGraph())).forEach(q -> wasHeld.putIfAbsent(q.asTriple(), false));
        Set<Triple> plus = new LinkedHashSet<>();
        Set<Triple> minus = new LinkedHashSet<>();
        wasHeld.forEach((triple, before) -> {
            boolean held = false;
            for (Iterator<Quad> quads = now.findNG(Node.ANY, triple.getSubject(), triple.getPredicate(),
                    triple.getObject()); quads.hasNext() && !(held && before);) {
                Quad quad = quads.next();
                if (included.test(quad.getGraph())) {
                    held = true;
                    before = before || !added.contains(quad);
                }
            }
            if (held != before) {
                (held ? plus : minus).add(triple);
            }
        });
        return new TripleDelta(plus, minus);
    }

    /** The graphs in which quads were added or removed. */
    public Set<Node> graphs() {
        Set<Node> names = new HashSet<>(spilledGraphs);
        Stream.concat(added.stream(), removed.stream()).forEach(q -> names.add(q.getGraph()));
        return names;
    }
}
