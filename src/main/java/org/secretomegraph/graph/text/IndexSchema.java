package org.secretomegraph.graph.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.secretomegraph.vocab.Curie;
import org.secretomegraph.vocab.NameNormalizer;

/** How one statement is kept in the index: one document for one quad, found again by the quad itself. */
final class IndexSchema {
    static final String QUAD = "quad";
    static final String ENTITY = "uri";
    static final String GRAPH = "graph";
    static final String PROPERTY = "property";
    static final String LANGUAGE = "lang";
    static final String SAID = "said";
    /** A whole name, folded to one word. */
    static final String KEY = "key";
    /** Names and identifiers: what text:query looks into when no property is named. */
    static final String NAME = "name";
    static final String SENTENCE = "sentence";
    static final String WRITTEN = "written";
    private static final String BLANK = "_:";
    private static final int LONGEST_KEY = 200;

    private IndexSchema() {}

    /**
     * {@code label}, {@code hasExactSynonym}: the property's name without its namespace, with a part of it if need be.
     */
    static String of(Node property) {
        String iri = property.getURI();
        String local = iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
        return local.toLowerCase(Locale.ROOT).equals(NAME) ? iri : local;
    }

    static Term quad(Quad quad) {
        return new Term(QUAD,
                quad.getGraph() + " " + quad.getSubject() + " " + quad.getPredicate() + " " + quad.getObject());
    }

    /** An IRI or a blank node as a field holds it. */
    static String text(Node node) {
        return node.isBlank() ? BLANK + node.getBlankNodeLabel() : node.getURI();
    }

    /** The IRI or blank node that a field holds. */
    static Node node(String text) {
        return text.startsWith(BLANK) ? NodeFactory.createBlankNode(text.substring(BLANK.length()))
                : NodeFactory.createURI(text);
    }

    /** The document of a quad; empty for one that says nothing that is searched. */
    static Optional<Document> document(Quad quad) {
        Node object = quad.getObject();
        Optional<SearchField> by = SearchField.by(quad.getPredicate());
        boolean fits = by.isPresent() && (quad.getSubject().isURI() || quad.getSubject().isBlank())
                && (object.isLiteral() || object.isURI() && by.get() == SearchField.IDENTIFIER);
        return fits ? Optional.of(document(quad, by.get())) : Optional.empty();
    }

    private static Document document(Quad quad, SearchField said) {
        Node object = quad.getObject();
        String written = object.isURI() ? Curie.compact(object.getURI()).orElseGet(() -> local(object.getURI()))
                : object.getLiteralLexicalForm();
        Document document = new Document();
        document.add(new StringField(QUAD, quad(quad).text(), Store.NO));
        document.add(new StringField(ENTITY, text(quad.getSubject()), Store.YES));
        document.add(new StringField(GRAPH, text(quad.getGraph()), Store.YES));
        document.add(new StringField(PROPERTY, quad.getPredicate().getURI(), Store.YES));
        document.add(new StringField(SAID, said.name(), Store.YES));
        document.add(new StoredField(WRITTEN, written));
        if (object.isLiteral() && !object.getLiteralLanguage().isEmpty()) {
            document.add(new StringField(LANGUAGE, object.getLiteralLanguage(), Store.YES));
        }
        document.add(new TextField(of(quad.getPredicate()), written, Store.NO));
        document.add(new TextField(said == SearchField.SENTENCE ? SENTENCE : NAME, written, Store.NO));
        for (String key : said == SearchField.SENTENCE ? List.<String>of() : keys(quad, said, written)) {
            document.add(new StringField(KEY, key, Store.NO));
        }
        return document;
    }

    /**
     * What a thing is called as a whole. An identifier counts with and without its prefix, and a label with the CURIE.
     */
    private static List<String> keys(Quad quad, SearchField said, String written) {
        List<String> names = new ArrayList<>(List.of(written));
        if (said == SearchField.IDENTIFIER) {
            names.add(written.replaceFirst("^[A-Za-z_.]+:", ""));
        }
        if (quad.getPredicate().equals(RDFS.label.asNode()) && quad.getSubject().isURI()) {
            Curie.compact(quad.getSubject().getURI()).ifPresent(names::add);
        }
        return names.stream().map(NameNormalizer::key).filter(key -> !key.isEmpty())
                .map(key -> key.substring(0, Math.min(LONGEST_KEY, key.length()))).distinct().toList();
    }

    private static String local(String iri) {
        return iri.replaceFirst("^.*[/#]", "");
    }
}
