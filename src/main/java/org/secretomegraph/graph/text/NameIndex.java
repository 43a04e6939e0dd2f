package org.secretomegraph.graph.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.jena.sparql.core.Quad;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/**
 * Lucene's part: an index in memory with one document for each quad that is searched. Its readers see what they were
 * opened on, and need not be closed, since files that only they know are garbage with them. For one thread at a time.
 */
final class NameIndex {
    /**
     * Held, or its level would be forgotten. Lucene recommends an incubating module of the JDK, which names do not
     * need.
     */
    private static final Logger ADVICE =
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    private final Directory directory = new ByteBuffersDirectory();
    private final IndexWriter writer;
    private DirectoryReader latest;

    NameIndex() {
        ADVICE.setLevel(Level.SEVERE);
        try {
            IndexWriterConfig config = new IndexWriterConfig(NameAnalyzer.ofIndex());
            config.setCommitOnClose(false);
            writer = new IndexWriter(directory, config);
            writer.commit();
            latest = DirectoryReader.open(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Follows a change. The same change made twice is the change made once. */
    void change(Collection<Quad> removed, Collection<Quad> added) {
        try {
            for (Quad quad : removed) {
                writer.deleteDocuments(IndexSchema.quad(quad));
            }
            for (Quad quad : added) {
                Optional<Document> document = IndexSchema.document(quad);
                if (document.isPresent()) {
                    writer.updateDocument(IndexSchema.quad(quad), document.get());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A reader of all that it was told so far. */
    DirectoryReader reader() {
        try {
            writer.commit();
            DirectoryReader next = DirectoryReader.openIfChanged(latest);
            latest = next == null ? latest : next;
            return latest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
