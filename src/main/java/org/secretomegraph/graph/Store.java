package org.secretomegraph.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * The only owner of a dataset that can change. Readers see the state at their beginning and are never kept waiting;
 * writers come one at a time, in the order in which they asked.
 *
 * <p>The default graph that queries see is the union of the named graphs. Nothing is stored in the base's own default
 * graph.
 */
public final class Store implements AutoCloseable {
    private final DatasetGraph base;
    private final UnionDefault readable;
    // The bases queue their writers without order; a fair lock in front of them lets nobody starve.
    private final ReentrantLock writing = new ReentrantLock(true);

    private Store(DatasetGraph base, UnionDefault readable) {
        this.base = base;
        this.readable = readable;
    }

    /** An empty store in memory. */
    public static Store memory() {
        DatasetGraph base = DatasetGraphFactory.createTxnMem();
        return new Store(base, UnionDefault.of(base));
    }

    /** A store in memory that begins with these sources and what follows from them. */
    public static Store memory(List<Source> sources, Derivation derivation) {
        Store store = memory();
        store.load(sources, derivation);
        return store;
    }

    /** A durable store in a folder, which is made when it is not there. One process at a time may use it. */
    public static Store tdb2(Path folder) {
        try {
            Files.createDirectories(folder);
            refuseWhatIsNoStore(folder);
            DatasetGraph base = DatabaseMgr.connectDatasetGraph(folder.toString());
            base.getContext().set(TDB2.symUnionDefaultGraph, true);
            return new Store(base, UnionDefault.besideEngine(base));
        } catch (BadInput e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new BadInput(folder + ": cannot be used as a TDB2 store: " + RdfSource.oneLine("" + e.getMessage()), e);
        }
    }

    /** The same; when it is new, it begins with these sources and what follows from them. */
    public static Store tdb2(Path folder, List<Source> sources, Derivation derivation) {
        Store store = tdb2(folder);
        // A store that somebody emptied keeps its prefixes, and stays empty.
        if (store.read(d -> d.isEmpty() && d.prefixes().isEmpty())) {
            try {
                store.load(sources, derivation);
            } catch (RuntimeException | InternalError e) {
                store.close();
                throw e;
            }
        }
        return store;
    }

    /** Jena would put its files among those of somebody else. */
    private static void refuseWhatIsNoStore(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            List<String> names = inside.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("tdb.lock")).sorted().toList();
            if (!names.isEmpty() && names.stream().noneMatch(name -> name.matches("Data-\\d+"))) {
                throw new BadInput(folder + ": is no TDB2 store and not empty (it holds " + names.get(0)
                        + "); choose an empty folder or a store");
            }
        }
    }

    /** The first content, unguarded as the bundled graph of a read-only server is: the build has judged it. */
    private void load(List<Source> sources, Derivation derivation) {
        underWriteTransaction(writing -> {
            sources.forEach(source -> source.addTo(base));
            derivation.rebuild(writing);
            org.secretomegraph.vocab.Prefixes.standard().forEach(base.prefixes()::add);
            writing.commit();
            return null;
        });
    }

    /** Reads a state that nobody changes meanwhile. */
    public <T> T read(Function<DatasetGraph, T> question) {
        readable.begin(TxnType.READ);
        try {
            return question.apply(readable);
        } finally {
            readable.end();
        }
    }

    /** The dataset for those who begin and end their own READ transactions, such as a query service. */
    public DatasetGraph readable() {
        return readable;
    }

    /**
     * Work under the one write transaction. It ends undone unless {@link Writing#commit} was called. For the guard only:
     * what is written here is judged by nobody else.
     */
    public <T> T underWriteTransaction(Function<Writing, T> work) {
        writing.lock();
        try {
            base.begin(TxnType.WRITE);
            try {
                return work.apply(new Writing(base));
            } finally {
                if (base.isInTransaction()) {
                    base.abort();
                }
                base.end();
            }
        } catch (RuntimeException | InternalError e) {
            if (isFullDisk(e)) {
                throw new BadInput("the store cannot be written: the disk is full; nothing was changed", e);
            }
            throw e;
        } finally {
            writing.unlock();
        }
    }

    /** TDB2 writes through mapped memory, where the JVM tells a full disk as a fault of memory access. */
    private static boolean isFullDisk(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (cause instanceof InternalError && message.contains("memory access") || message.contains("No space left")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        writing.lock();
        try {
            if (DatabaseMgr.isTDB2(base)) {
                TDBInternal.expel(base);                          // closing alone would keep the folder locked
            } else {
                base.close();
            }
        } finally {
            writing.unlock();
        }
    }
}
