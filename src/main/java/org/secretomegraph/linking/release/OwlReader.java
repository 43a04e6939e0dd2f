package org.secretomegraph.linking.release;

import java.io.InputStream;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDFBase;
import org.secretomegraph.io.Messages;
import org.secretomegraph.io.SyntaxException;

/** Reads OWL in RDF/XML or Turtle through Jena's streams. */
final class OwlReader {
    private static final String DEPTH = "jdk.xml.maxElementDepth";
    private static final String DEEPEST = "20000";

    private OwlReader() {}

    /** @throws SyntaxException when the text breaks off or is no RDF */
    static void read(String file, InputStream in, Lang lang, OntologyHandler sink) {
        admitDeepXml();
        OwlTripleAdapter facts = new OwlTripleAdapter(sink);
        Stop stop = new Stop();
        try {
            RDFParser.source(in).lang(lang)
                    .base("http://base.invalid/").checking(false).errorHandler(stop).parse(new StreamRDFBase() {
                        @Override
                        public void triple(Triple triple) {
                            facts.triple(triple);
                        }
                    });
        } catch (RiotException e) {
            throw new SyntaxException(file, stop.line, stop.column, oneLine(Messages.of(e)), e);
        }
        facts.finish();
    }

    /**
     * Java's XML parser takes 100 elements within each other and no more; the NCI Thesaurus writes its lists out, each
     * member within the one before. Jena makes the parser, and a property of the system is all that reaches it.
     */
    private static void admitDeepXml() {
        if (System.getProperty(DEPTH) == null) {
            System.setProperty(DEPTH, DEEPEST);
        }
    }

    private static String oneLine(String message) {
        return String.valueOf(message).replaceAll("\\s+", " ").strip();
    }

    /** Releases are full of IRIs that Jena would complain of; only what stops the parser counts. */
    private static final class Stop implements ErrorHandler {
        private long line;
        private long column;

        @Override
        public void warning(String message, long line, long column) {}

        @Override
        public void error(String message, long line, long column) {
            fatal(message, line, column);
        }

        @Override
        public void fatal(String message, long line, long column) {
            this.line = Math.max(line, 0);
            this.column = Math.max(column, 0);
            throw new RiotException(message);
        }
    }
}
