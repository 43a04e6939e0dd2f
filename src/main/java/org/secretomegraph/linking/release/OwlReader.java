package org.secretomegraph.linking.release;

import java.io.InputStream;
import org.apache.jena.graph.Node;
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
    /** Stands for the base of a file that states none; no IRI of the file may rest on it but the ontology's own. */
    private static final String NO_BASE = "http://base.invalid/";

    private final String file;
    private final OwlTripleAdapter adapter;
    private final FirstError errors = new FirstError();

    private OwlReader(String file, OntologyHandler handler) {
        this.file = file;
        this.adapter = new OwlTripleAdapter(handler);
    }

    /**
     * @param size of the file on disk, in bytes
     * @throws SyntaxException when the text breaks off, is not RDF, or names terms by relative IRIs without a
     *                         base
     */
    static void read(String file, long size, InputStream in, Lang lang, OntologyHandler handler) {
        OwlReader reader = new OwlReader(file, handler);
        if (lang.equals(Lang.RDFXML)) {
            XmlLimits.raised(size, () -> reader.read(in, lang));
        } else {
            reader.read(in, lang);
        }
        reader.adapter.finish();
    }

    private void read(InputStream in, Lang lang) {
        try {
            RDFParser.source(in).lang(lang).base(NO_BASE).checking(false).errorHandler(errors)
                    .parse(new StreamRDFBase() {
                        @Override
                        public void triple(Triple triple) {
                            OwlReader.this.triple(triple);
                        }
                    });
        } catch (RiotException e) {
            throw new SyntaxException(file, errors.line, errors.column,
                    Messages.of(e).replaceAll("\\s+", " ").strip(), e);
        } catch (StackOverflowError e) {
            throw new SyntaxException(file, 0, 0, "blank nodes or lists are nested too deeply", e);
        }
    }

    private void triple(Triple triple) {
        Node subject = triple.getSubject();
        if (!subject.isURI() || !subject.getURI().startsWith(NO_BASE)) {
            adapter.triple(triple);
        } else if (subject.getURI().equals(NO_BASE)) {
            // <owl:Ontology rdf:about="">: the ontology has no name, and is read as an anonymous one.
            adapter.triple(Triple.create(Node.ANY, triple.getPredicate(), triple.getObject()));
        } else {
            throw new SyntaxException(file, 0, 0, "the IRI <" + subject.getURI().substring(NO_BASE.length())
                    + "> is relative, and the file states no base (xml:base or @base)");
        }
    }

    /** Releases are full of IRIs that Jena would warn of; only what stops the parser counts. */
    private static final class FirstError implements ErrorHandler {
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
