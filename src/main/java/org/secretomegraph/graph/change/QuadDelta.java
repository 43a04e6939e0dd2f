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
 * What a transaction truly changed so far: a quad that was there already is not added, and one that was taken away and
 * put back did not change. A change that is too large for the memory goes on on the disk, as a log.
 */
public final class QuadDelta implements AutoCloseable {
    /** So many quads are kept in memory, where one takes a few hundred bytes. */
    public static final int KEPT = 250_000;

    private final int kept;
    private final Set<Quad> added = new LinkedHashSet<>();
    private final Set<Quad> removed = new LinkedHashSet<>();
    private final Set<Node> logged = new HashSet<>();
    private Optional<DeltaSpillFile> log = Optional.empty();
    private long gained;
    private long lost;
    private int version;

    /** Told each quad that was added or removed. */
    @FunctionalInterface
    public interface Reader {
        void quad(boolean added, Quad quad);
    }

    /** @param kept so many quads are kept in memory */
    public QuadDelta(int kept) {
        this.kept = kept;
    }

    /** Another number after each change. */
    public int version() {
        return version;
    }

    /** Whether it is too large for the memory: then it can be read with {@link #each} only, within its transaction. */
    public boolean isLarge() {
        return log.isPresent();
    }

    /** Quads that are there now and were not. Not of a large change. */
    public Set<Quad> added() {
        refuseLarge();
        return Collections.unmodifiableSet(added);
    }

    /** Quads that were there and are no more. Not of a large change. */
    public Set<Quad> removed() {
        refuseLarge();
        return Collections.unmodifiableSet(removed);
    }

    private void refuseLarge() {
        if (isLarge()) {
            throw new IllegalStateException(
                    "a change of " + (gained + lost) + " quads is not kept in memory: read it step by step");
        }
    }

    /** How many quads were added. In a large change one that was taken away and put back counts too. */
    public long gained() {
        return isLarge() ? gained : added.size();
    }

    /** How many quads were removed, likewise. */
    public long lost() {
        return isLarge() ? lost : removed.size();
    }

    /**
     * Reads what was removed and what was added. In a large change, steps that were undone are told with what undid
     * them, in their order: whoever follows them all comes to the same end.
     */
    public void each(Reader reader) {
        log.ifPresentOrElse(all -> all.read(reader::quad), () -> {
            removed.forEach(quad -> reader.quad(false, quad));
            added.forEach(quad -> reader.quad(true, quad));
        });
    }

    public boolean isEmpty() {
        return gained() == 0 && lost() == 0;
    }

    public void add(Quad quad) {
        version++;
        if (isLarge()) {
            log(true, quad);
        } else if (!removed.remove(quad)) {
            added.add(quad);
            spillWhenFull();
        }
    }

    public void remove(Quad quad) {
        version++;
        if (isLarge()) {
            log(false, quad);
        } else if (!added.remove(quad)) {
            removed.add(quad);
            spillWhenFull();
        }
    }

    private void spillWhenFull() {
        if (added.size() + removed.size() > kept) {
            log = Optional.of(new DeltaSpillFile());
            removed.forEach(quad -> log(false, quad));
            added.forEach(quad -> log(true, quad));
            removed.clear();
            added.clear();
        }
    }

    private void log(boolean isAdded, Quad quad) {
        log.orElseThrow().write(isAdded, quad);
        logged.add(quad.getGraph());
        gained += isAdded ? 1 : 0;
        lost += isAdded ? 0 : 1;
    }

    @Override
    public void close() {
        log.ifPresent(DeltaSpillFile::close);
    }

    /**
     * The same for the union of some graphs: a triple that another of them holds, or held, did not change.
     *
     * @param now     the dataset as it is with this delta
     * @param counted the graphs that make the union
     */
    public TripleDelta triples(DatasetGraph now, Predicate<Node> counted) {
        Map<Triple, Boolean> wasHeld = new HashMap<>();
        removed.stream().filter(q -> counted.test(q.getGraph())).forEach(q -> wasHeld.put(q.asTriple(), true));
        added.stream().filter(q -> counted.test(q.getGraph())).forEach(q -> wasHeld.putIfAbsent(q.asTriple(), false));
        Set<Triple> plus = new LinkedHashSet<>();
        Set<Triple> minus = new LinkedHashSet<>();
        wasHeld.forEach((triple, before) -> {
            boolean held = false;
            for (Iterator<Quad> quads = now.findNG(Node.ANY, triple.getSubject(), triple.getPredicate(),
                    triple.getObject()); quads.hasNext() && !(held && before);) {
                Quad quad = quads.next();
                if (counted.test(quad.getGraph())) {
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

    /** The graphs that gained or lost something. */
    public Set<Node> graphs() {
        Set<Node> names = new HashSet<>(logged);
        Stream.concat(added.stream(), removed.stream()).forEach(q -> names.add(q.getGraph()));
        return names;
    }
}
