package org.secretomegraph.graph.change;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.rdfpatch.RDFChanges;
import org.apache.jena.rdfpatch.binary.RDFChangesWriterBinary;
import org.apache.jena.rdfpatch.binary.RDFPatchReaderBinary;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;
import org.apache.jena.riot.thrift.TRDF;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.secretomegraph.io.TempFile;

/**
 * A change that is too large for the memory, kept on the disk in the order in which it was made: RDF Patch in its
 * binary form (<a href="https://jena.apache.org/documentation/rdf-patch/">RDF Patch</a>), compressed, in a {@link
 * TempFile}. What was written before a reading began is read; what is written meanwhile goes to another file.
 */
final class DeltaSpillFile implements AutoCloseable {
    private final List<TempFile> files = new ArrayList<>();
    private @Nullable Open open;

    /** The file that is being written. */
    private record Open(OutputStream out, RDFChanges writer) {}

    void write(boolean added, Quad q) {
        RDFChanges to = writer();
        if (added) {
            to.add(q.getGraph(), q.getSubject(), q.getPredicate(), q.getObject());
        } else {
            to.delete(q.getGraph(), q.getSubject(), q.getPredicate(), q.getObject());
        }
    }

    private RDFChanges writer() {
        if (open == null) {
            OutputStream out;
            try {
                TempFile file = TempFile.create();
                files.add(file);
                out = new BufferedOutputStream(new FastGzip(file.out()), 1 << 16);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            open = new Open(out, new RDFChangesWriterBinary(TRDF.protocol(out)));
            open.writer().start();
        }
        return open.writer();
    }

    /** Reads all that was written so far. */
    void read(QuadDelta.Reader reader) {
        finish();
        for (TempFile file : List.copyOf(files)) {
            try (var in = new BufferedInputStream(new GZIPInputStream(file.in(), 1 << 16), 1 << 16)) {
                RDFPatchReaderBinary.create(in).apply(new RDFChangesBase() {
                    @Override
                    public void add(Node g, Node s, Node p, Node o) {
                        reader.quad(true, Quad.create(g, s, p, o));
                    }

                    @Override
                    public void delete(Node g, Node s, Node p, Node o) {
                        reader.quad(false, Quad.create(g, s, p, o));
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void finish() {
        Open last = open;
        if (last == null) {
            return;
        }
        try (OutputStream closing = last.out()) {
            last.writer().finish();
            closing.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            open = null;
        }
    }

    @Override
    public void close() {
        try {
            finish();
        } finally {
            for (TempFile file : files) {
                try {
                    file.close();
                } catch (IOException e) {
                    // A file that stays until the program ends changes no result.
                }
            }
        }
    }

    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
