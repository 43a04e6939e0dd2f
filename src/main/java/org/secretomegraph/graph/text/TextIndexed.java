package org.secretomegraph.graph.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.Context;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/**
 * The text index of a dataset, in memory: it holds names and sentences only and is made anew at each start, so that it can
 * never differ from the dataset after a crash.
 *
 * <p>Each commit that touches it makes a version. A reader keeps the version of the moment at which its transaction began:
 * the beginning of a transaction and the end of a commit exclude each other, so the graph and the index that a reader sees
 * are always of one commit. An old version is garbage when its last reader has gone; nothing has to be closed, since its
 * files are memory too.
 */
public final class TextIndexed {
    /** Held, or its level would be forgotten. Lucene recommends an incubating module of the JDK, which names do not need. */
    private static final Logger ADVICE = Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    private final Directory directory = new ByteBuffersDirectory();
    private final ReadWriteLock moment = new ReentrantReadWriteLock();
    private final ThreadLocal<DirectoryReader> ofThread = new ThreadLocal<>();
    private IndexWriter writer;
    private DirectoryReader current;

    private TextIndexed() {
        ADVICE.setLevel(Level.SEVERE);
        try {
            writer = writer();
            writer.commit();
            current = DirectoryReader.open(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The index of what a dataset holds now. */
    public static TextIndexed of(DatasetGraph dataset) {
        TextIndexed index = new TextIndexed();
        index.rebuild(dataset);
        return index;
    }

    /** Makes {@code text:query} on a dataset, and on what is given its context, look into this index. */
    public void offerTo(Context context) {
        context.set(TextQuery.textIndex, new TextQueries(this::version));
    }

    /** The same for a dataset that stays as it is: the index is made when somebody first looks into it. */
    public static void offerLater(DatasetGraph fixed, Context context) {
        context.set(TextQuery.textIndex, new TextQueries(new Supplier<>() {
            private TextIndexed made;

            @Override
            public synchronized DirectoryReader get() {
                if (made == null) {
                    made = of(fixed);
                }
                return made.version();
            }
        }));
    }

    /** Hands the index of one context on to another. */
    public static void hand(Context from, Context to) {
        if (from.get(TextQuery.textIndex) instanceof TextQueries queries) {
            to.set(TextQuery.textIndex, queries);
        }
    }

    /** The index that a dataset's context offers. */
    public static Optional<NameSearch> search(Context context) {
        return context.get(TextQuery.textIndex) instanceof TextQueries queries ? Optional.of(new NameSearch(queries))
                : Optional.empty();
    }

    /** Begins a READ transaction of this thread. */
    public void begin(Runnable beginning) {
        moment.readLock().lock();
        try {
            beginning.run();
            ofThread.set(current);
        } finally {
            moment.readLock().unlock();
        }
    }

    /** This thread's transaction has ended. */
    public void end() {
        ofThread.remove();
    }

    /** The version of this thread's transaction; for a writer the one that was committed last. */
    private DirectoryReader version() {
        DirectoryReader mine = ofThread.get();
        if (mine != null) {
            return mine;
        }
        moment.readLock().lock();
        try {
            return current;
        } finally {
            moment.readLock().unlock();
        }
    }

    /**
     * Commits a change of the dataset and of the index, or neither.
     *
     * @param added      quads that are new
     * @param removed    quads that are gone
     * @param committing makes the dataset's part last; when it throws, the index stays as it was
     */
    public void commit(Set<Quad> added, Set<Quad> removed, Runnable committing) {
        if (Stream.concat(added.stream(), removed.stream()).noneMatch(q -> Said.by(q.getPredicate()).isPresent())) {
            committing.run();
            return;
        }
        boolean done = false;
        try {
            change(added, removed);
            writer.prepareCommit();
            moment.writeLock().lock();
            try {
                committing.run();
                writer.commit();
                DirectoryReader next = DirectoryReader.openIfChanged(current);
                current = next == null ? current : next;
                done = true;
            } finally {
                moment.writeLock().unlock();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!done) {
                undo();
            }
        }
    }

    private void change(Set<Quad> added, Set<Quad> removed) throws IOException {
        for (Quad quad : removed) {
            if (Said.by(quad.getPredicate()).isPresent()) {
                writer.deleteDocuments(Fields.quad(quad));
            }
        }
        for (Quad quad : added) {
            Optional<Document> document = Fields.document(quad);
            if (document.isPresent()) {
                writer.updateDocument(Fields.quad(quad), document.get());
            }
        }
    }

    /** Lucene's rollback closes the writer; the next one starts from the last commit. */
    private void undo() {
        try {
            writer.rollback();
            writer = writer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the index anew of all that a dataset holds. */
    public void rebuild(DatasetGraph dataset) {
        try {
            writer.deleteAll();
            for (Said said : Said.values()) {
                for (Node property : said.properties()) {
                    addAll(dataset, property);
                }
            }
            writer.forceMerge(1);
            writer.commit();
            DirectoryReader made = DirectoryReader.open(directory);
            moment.writeLock().lock();
            current = made;
            moment.writeLock().unlock();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addAll(DatasetGraph dataset, Node property) throws IOException {
        for (Iterator<Quad> quads = dataset.findNG(Node.ANY, Node.ANY, property, Node.ANY); quads.hasNext();) {
            Optional<Document> document = Fields.document(quads.next());
            if (document.isPresent()) {
                writer.addDocument(document.get());
            }
        }
    }

    private IndexWriter writer() throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(NameAnalyzer.ofIndex());
        config.setCommitOnClose(false);
        return new IndexWriter(directory, config);
    }

    /** Everything in the index of this moment, a line for each document, sorted: two equal indexes have equal lines. */
    public List<String> content() {
        return new TextQueries(this::version).content();
    }
}
