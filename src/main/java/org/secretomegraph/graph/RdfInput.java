package org.secretomegraph.graph;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFParserBuilder;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDF;
import org.secretomegraph.io.StrictUtf8InputStream;
import org.secretomegraph.io.SyntaxException;

/**
 * RDF in any syntax that Jena reads, up to the first error, which is reported in one line with its place: UTF-8 where
 * the syntax is a text, and no JSON-LD context from elsewhere. Warnings are the business of validation.
 */
public final class RdfInput {
    private RdfInput() {}

    /**
     * Reads to the end and closes.
     *
     * @param name how the reader of an error knows it
     * @param more what else the parser needs, such as a base IRI
     * @throws SyntaxException where it is wrong; what reading throws is thrown as it was, also where a parser wraps it
     */
    public static void parse(InputStream source, Lang lang, String name, UnaryOperator<RDFParserBuilder> more,
            StreamRDF to)
            throws IOException {
        FirstError error = new FirstError(name);
        try (Reading in = new Reading(StrictUtf8InputStream.ofRdf(source, name, lang))) {
            try {
                more.apply(RDFParser.source(in).lang(lang).context(JsonLdLoaderPolicy.refused()).errorHandler(error))
                        .parse(to);
            } catch (RuntimeException e) {
                in.throwFailure();
                throw e instanceof RiotException
                        ? error.first.orElseGet(() -> new SyntaxException(name, 0, 0, ofRoot(e), e)) : e;
            }
        }
    }

    private static String ofRoot(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return RdfSource.oneLine(String.valueOf(root.getMessage() == null ? failure.getMessage() : root.getMessage()));
    }

    /** Remembers what reading threw: the readers of JSON-LD take it for an error of the document. */
    private static final class Reading extends FilterInputStream {
        private Optional<RuntimeException> failure = Optional.empty();

        Reading(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            try {
                return in.read(into, from, length);
            } catch (RuntimeException e) {
                failure = Optional.of(e);
                throw e;
            }
        }

        void throwFailure() {
            if (failure.isPresent()) {
                throw failure.get();
            }
        }
    }

    /** Stops at the first error and remembers its place. */
    private static final class FirstError implements ErrorHandler {
        private final String name;
        private Optional<SyntaxException> first = Optional.empty();

        FirstError(String name) {
            this.name = name;
        }

        @Override
        public void warning(String message, long line, long column) {}

        @Override
        public void error(String message, long line, long column) {
            RiotException stop = new RiotException(message);
            first = Optional.of(new SyntaxException(name, Math.max(line, 0), Math.max(column, 0),
                    RdfSource.oneLine(message), stop));
            throw stop;
        }

        @Override
        public void fatal(String message, long line, long column) {
            error(message, line, column);
        }
    }
}
