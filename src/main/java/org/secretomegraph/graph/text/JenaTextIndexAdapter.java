package org.secretomegraph.graph.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryExecException;
import org.apache.jena.query.text.Entity;
import org.apache.jena.query.text.EntityDefinition;
import org.apache.jena.query.text.TextHit;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.query.text.TextQueryFuncs;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/**
 * What jena-text's {@code text:query} asks (<a href="https://jena.apache.org/documentation/query/text-query.html">its
 * documentation</a>). Reading only: the index follows the dataset, nobody writes to it. A statement that several graphs
 * make is found once, as in the default graph.
 */
final class JenaTextIndexAdapter implements TextIndex {
    private static final long PATIENCE_MILLIS = 10_000;

    private final Supplier<DirectoryReader> version;
    private final EntityDefinition definition = IndexSchema.definition();

    JenaTextIndexAdapter(Supplier<DirectoryReader> version) {
        this.version = version;
    }

    @Override
    public EntityDefinition getDocDef() {
        return definition;
    }

    @Override
    public List<TextHit> query(Node property, String asked, String graph, String lang, int limit, String highlight) {
        return query((Node) null, property == null ? List.of()
                : List.of(ResourceFactory.createResource(property.getURI())), asked, graph, lang,
                limit, highlight);
    }

    @Override
    public List<TextHit> query(Node property, String asked, String graph, String lang, int limit) {
        return query(property, asked, graph, lang, limit, null);
    }

    @Override
    public List<TextHit> query(Node property, String asked, String graph, String lang) {
        return query(property, asked, graph, lang, -1, null);
    }

    @Override
    public List<TextHit> query(List<Resource> properties, String asked, String graph, String lang, int limit,
            String light) {
        return query((Node) null, properties, asked, graph, lang, limit, light);
    }

    @Override
    public List<TextHit> query(String subject, List<Resource> properties, String asked, String graph, String lang,
            int limit,
            String highlight) {
        return query(subject == null ? null : TextQueryFuncs.stringToNode(subject), properties, asked, graph, lang,
                limit,
                highlight);
    }

    @Override
    public List<TextHit> query(Node subject, List<Resource> properties, String asked, String graph, String lang,
            int limit,
            String highlight) {
        if (highlight != null) {
            throw new QueryExecException("text:query: highlight is not offered here; leave it out");
        }
        List<String> fields = properties == null || properties.isEmpty() ? List.of(IndexSchema.NAME)
                : properties.stream().map(p -> definition.getField(p.asNode())).toList();
        Query query = new TextQueryParser(fields).restricted(asked, subject, graph, lang);
        Map<String, TextHit> hits = new LinkedHashMap<>();
        for (Found found : find(query, limit < 0 ? Integer.MAX_VALUE : limit)) {
            TextHit hit = hit(found);
            hits.putIfAbsent(hit.getNode() + "\n" + hit.getProp() + "\n" + hit.getLiteral(), hit);
        }
        return List.copyOf(hits.values());
    }

    /** A document that was found, and how well it fits. */
    record Found(Document document, float score) {}

    /** The best documents first. */
    List<Found> find(Query query, int limit) {
        try {
            IndexSearcher searcher = new IndexSearcher(version.get());
            searcher.setTimeout(new QueryTimeoutImpl(PATIENCE_MILLIS));
            int most = Math.max(1, Math.min(limit, searcher.getIndexReader().maxDoc()));
            ScoreDoc[] best = searcher.search(query, most).scoreDocs;
            if (searcher.timedOut()) {
                throw new QueryCancelledException();
            }
            StoredFields stored = searcher.storedFields();
            List<Found> found = new ArrayList<>();
            for (ScoreDoc one : best) {
                found.add(new Found(stored.document(one.doc), one.score));
            }
            return found;
        } catch (IndexSearcher.TooManyClauses e) {
            throw new QueryExecException("text:query: the pattern stands for too many words; make it longer", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TextHit hit(Found found) {
        Document document = found.document();
        String written = document.get(IndexSchema.WRITTEN);
        String language = document.get(IndexSchema.LANGUAGE);
        Node literal = language == null ? NodeFactory.createLiteralString(written)
                : NodeFactory.createLiteralLang(written, language);
        return new TextHit(TextQueryFuncs.stringToNode(document.get(IndexSchema.ENTITY)), found.score(), literal,
                TextQueryFuncs.stringToNode(document.get(IndexSchema.GRAPH)),
                NodeFactory.createURI(document.get(IndexSchema.PROPERTY)));
    }

    List<String> content() {
        return find(new MatchAllDocsQuery(), Integer.MAX_VALUE).stream()
                .map(f -> f.document().getFields().toString()).sorted().toList();
    }

    @Override
    public Map<String, Node> get(String uri) {
        throw new UnsupportedOperationException("ask the graph");
    }

    @Override
    public void addEntity(Entity entity) {
        throw readOnly();
    }

    @Override
    public void updateEntity(Entity entity) {
        throw readOnly();
    }

    @Override
    public void deleteEntity(Entity entity) {
        throw readOnly();
    }

    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("the index follows the dataset");
    }

    @Override
    public void prepareCommit() {}

    @Override
    public void commit() {}

    @Override
    public void rollback() {}

    @Override
    public void close() {}
}
