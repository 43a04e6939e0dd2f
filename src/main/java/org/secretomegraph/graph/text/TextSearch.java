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
import org.apache.jena.sparql.util.Symbol;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/** Searches in one version of the index. Reading only: the index follows the dataset, nobody writes to it. */
final class TextSearch {
    /** Where a dataset's context holds the index that {@code text:query} looks into. */
    static final Symbol INDEX = Symbol.create(TextQueryFunction.NAMESPACE + "index");
    private static final long PATIENCE_MILLIS = 10_000;

    private final Supplier<DirectoryReader> version;

    TextSearch(Supplier<DirectoryReader> version) {
        this.version = version;
    }

    /**
     * A statement that was found.
     *
     * @param graph the best of those that make it
     * @param score how well it fits; only good for comparing
     */
    record Hit(Node subject, Node property, Node literal, Node graph, float score) {}

    private record Statement(Node subject, Node property, Node literal) {}

    /** The best statements first. One that several graphs make is found once, as in the default graph. */
    List<Hit> hits(Query query, int limit) {
        for (int most = limit;; most *= 2) {
            Map<Statement, Hit> hits = new LinkedHashMap<>();
            List<Found> documents = find(query, most);
            for (Found found : documents) {
                Hit hit = hit(found);
                hits.putIfAbsent(new Statement(hit.subject(), hit.property(), hit.literal()), hit);
            }
            if (hits.size() >= limit || documents.size() < most) {
                return hits.values().stream().limit(limit).toList();
            }
        }
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

    private static Hit hit(Found found) {
        Document document = found.document();
        String written = document.get(IndexSchema.WRITTEN);
        String language = document.get(IndexSchema.LANGUAGE);
        Node literal = language == null ? NodeFactory.createLiteralString(written)
                : NodeFactory.createLiteralLang(written, language);
        return new Hit(IndexSchema.node(document.get(IndexSchema.ENTITY)),
                NodeFactory.createURI(document.get(IndexSchema.PROPERTY)), literal,
                IndexSchema.node(document.get(IndexSchema.GRAPH)), found.score());
    }

    List<String> content() {
        return find(new MatchAllDocsQuery(), Integer.MAX_VALUE).stream()
                .map(f -> f.document().getFields().toString()).sorted().toList();
    }
}
