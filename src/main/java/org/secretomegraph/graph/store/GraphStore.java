package org.secretomegraph.graph.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.TDB2;
import org.secretomegraph.graph.MetadataGraph;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.Source;
import org.secretomegraph.graph.cache.WriterCache;
import org.secretomegraph.graph.change.QuadDelta;
import org.secretomegraph.graph.text.VersionedTextIndex;
import org.secretomegraph.graph.view.ChangeTimeoutException;
import org.secretomegraph.graph.view.Deadline;
import org.secretomegraph.graph.view.UnionDefaultDataset;
import org.secretomegraph.graph.view.UnionGraph;
import org.secretomegraph.io.DiskFullException;
import org.secretomegraph.vocab.Prefixes;

/**
 * The only owner of a dataset that can change. Readers see the state at their beginning and never wait; writers come
 * one at a time, in the order in which they asked.
 *
 * <p>The default graph that queries see is the union of the named graphs. Nothing is stored in the base's own default
 * graph.
 */
public final class GraphStore implements AutoCloseable {
    private final DatasetGraph base;
    private final UnionDefaultDataset readable;
    private final Optional<VersionedTextIndex> texts;
    private final WriterCache cache = new WriterCache();
    // The bases queue their writers without order; a fair lock in front of them lets nobody starve.
    private final ReentrantLock writing = new ReentrantLock(true);
    private final AtomicLong commits = new AtomicLong();
    /**
     * After a full disk TDB2 no longer knows where its file of nodes ends, and would write the next ones over a hole:
     * they could not be read again. Opening the store anew finds the right end.
     */
    private volatile boolean wasFull;
    private volatile int maxInMemory = QuadDelta.MAX_IN_MEMORY;
    private final ReentrantLock describing = new ReentrantLock();
    /** How many commits there were when all was described; read and written under that lock. */
    private long described = -1;

    private GraphStore(DatasetGraph base, Optional<VersionedTextIndex> texts) {
        this.base = base;
        this.texts = texts;
        this.readable = texts.map(index -> UnionDefaultDataset.forQueries(base, index))
                .orElseGet(() -> UnionDefaultDataset.forQueries(base));
    }

    /** On any dataset that keeps transactions apart from each other. */
    static GraphStore over(DatasetGraph base) {
        VersionedTextIndex texts = Txn.calculateRead(base, () -> VersionedTextIndex.of(base));
        texts.registerIn(base.getContext());
        return new GraphStore(base, Optional.of(texts));
    }

    /** An empty store in memory. */
    public static GraphStore memory() {
        return over(DatasetGraphFactory.createTxnMem());
    }

    /** A store in memory that begins with these sources and what follows from them. */
    public static GraphStore memory(List<Source> sources, Materializer materializer) {
        GraphStore store = memory();
        store.load(sources, materializer, metadata -> {});
        return store;
    }

    /** A durable store in a folder, which is made when it is not there. One process at a time may use it. */
    public static GraphStore tdb2(Path folder) {
        return Tdb2Directory.open(folder, GraphStore::over);
    }

    /** The same without the index of names, which stands in memory: for those who write and do not search. */
    static GraphStore tdb2Unsearched(Path folder) {
        return Tdb2Directory.open(folder, base -> new GraphStore(base, Optional.empty()));
    }

    /** Keeps no more than so many quads of a change in memory, and the rest of it on the disk. */
    public GraphStore spillingAfter(int quads) {
        this.maxInMemory = quads;
        return this;
    }

    /** Whether nothing was ever in it. A store that somebody emptied keeps its metadata or prefixes, and stays empty. */
    boolean isNew() {
        return read(d -> !d.listGraphNodes().hasNext() && d.prefixes().isEmpty() && !new StoreMetadata(base).exists());
    }

    /**
     * The first content, unguarded as the bundled graph of a read-only server is: the build has judged it. One
     * transaction: when it fails or the process is killed on the way, the store is as empty as it was.
     *
     * @param recorder writes down what the store is made of
     */
    void load(List<Source> sources, Materializer materializer, Consumer<StoreMetadata> recorder) {
        MaterializedDataset loaded = MaterializedDataset.of(sources, materializer);
        underWriteTransaction(writing -> {
            loaded.named().find().forEachRemaining(base::add);
            loaded.named().prefixes().forEach(base.prefixes()::add);
            Prefixes.standard().forEach(base.prefixes()::add);
            writing.metadata().count();
            recorder.accept(writing.metadata());
            cache.invalidateAll();
            writing.commit();
            return true;
        });
        texts.ifPresent(index -> Txn.executeRead(base, () -> index.load(base)));
    }

    /**
     * How many triples the graphs have together, without the metadata graphs: as the transaction sees it that this
     * thread is in, else now.
     */
    public long triples() {
        return this.<Long>inTransaction(StoreMetadata::triples);
    }

    /** Which state its graphs are in. The states are numbered in the store itself, and go on after a restart. */
    public GraphVersions versions() {
        return new GraphVersions() {
            @Override
            public String ofAll() {
                return inTransaction(StoreMetadata::version);
            }

            @Override
            public Optional<String> of(Node graph) {
                return inTransaction(metadata -> metadata.version(graph));
            }
        };
    }

    private <T> T inTransaction(Function<StoreMetadata, T> question) {
        return readable.isInTransaction() ? question.apply(new StoreMetadata(base)) : readMetadata(question);
    }

    <T> T readMetadata(Function<StoreMetadata, T> question) {
        return read(dataset -> question.apply(new StoreMetadata(base)));
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
     * Work under the one write transaction. It ends undone unless {@link WriteTransaction#commit} was called. For the
     * guard only: what is written here is judged by nobody else.
     */
    public <T> T underWriteTransaction(Function<WriteTransaction, T> work) {
        return underWriteTransaction(Duration.ZERO, work);
    }

    /**
     * The same, with a limit to the time that it waits for other writers, and to the time that it then takes.
     *
     * @param limit zero for none
     * @throws ChangeTimeoutException when the time is over; nothing was changed then
     */
    public <T> T underWriteTransaction(Duration limit, Function<WriteTransaction, T> work) {
        waitForTurn(writing, limit);
        try {
            if (wasFull) {
                throw DiskFullException.before();
            }
            base.begin(TxnType.WRITE);
            try (WriteTransaction current =
                    new WriteTransaction(base, texts, cache, Deadline.of(limit), new QuadDelta(maxInMemory))) {
                T result = work.apply(current);
                if (current.isCommitted()) {
                    commits.incrementAndGet();
                }
                return result;
            } finally {
                end();
            }
        } catch (RuntimeException | InternalError e) {
            if (DiskFullException.isMeantBy(e)) {
                wasFull = true;
                throw new DiskFullException(e);
            }
            ChangeTimeoutException.rethrowFrom(e);
            throw e;
        } finally {
            writing.unlock();
        }
    }

    private void end() {
        try {
            if (base.isInTransaction()) {
                base.abort();
            }
        } finally {
            base.end();
        }
    }

    private static void waitForTurn(ReentrantLock turn, Duration limit) {
        if (limit.isZero()) {
            turn.lock();
            return;
        }
        try {
            if (!turn.tryLock(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new ChangeTimeoutException("to wait for the writers before", limit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ChangeTimeoutException("to wait, until it was interrupted,", limit);
        }
    }

    /**
     * Brings the metadata graphs up to date, when something was committed since the last time. Neither readers nor
     * writers wait while a description is computed, only while its differences are written.
     */
    public void describe(List<MetadataGraph> descriptions) {
        describe(descriptions, Duration.ZERO);
    }

    /**
     * The same for somebody who reads, and is not to wait until a long change is made.
     *
     * @param maxWait how long to wait for writers; zero for any time
     * @throws ChangeTimeoutException when they take longer; the description may then be stale
     */
    public void describe(List<MetadataGraph> descriptions, Duration maxWait) {
        waitForTurn(describing, maxWait);
        try {
            long seen = commits.get();
            if (described == seen) {
                return;
            }
            int own = 0;
            for (MetadataGraph description : descriptions) {
                Graph content = read(dataset -> description.of(dataset,
                        UnionGraph.without(Set.of(NamedGraphs.VOID), dataset)));
                own += underWriteTransaction(maxWait,
                        writing -> Materializer.replaceMetadata(description.name(), content, writing))
                                ? 1 : 0;
            }
            described = seen + own; // less than the commits, when others came between
        } finally {
            describing.unlock();
        }
    }

    @Override
    public void close() {
        writing.lock();
        try {
            Tdb2Directory.close(base);
        } finally {
            writing.unlock();
        }
    }
}
