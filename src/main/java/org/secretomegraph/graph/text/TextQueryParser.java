package org.secretomegraph.graph.text;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryExecException;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/**
 * A text in <a
 * href="https://lucene.apache.org/core/10_3_1/queryparser/org/apache/lucene/queryparser/classic/package-summary.html">Lucene's
 * query syntax</a>, as {@code text:query} takes it, with bounds: its length, its clauses, no wildcard at the beginning.
 *
 * @param fields   where to look
 * @param asked    the text
 * @param language of the names and sentences that count; empty for any
 */
record TextQueryParser(List<String> fields, String asked, Optional<String> language) {
    private static final int LONGEST = 1_000;

    /** The query of the text, about some subject only, in some graph only, where these are given. */
    Query of(Optional<Node> subject, Optional<Node> graph) {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(parsed(), Occur.MUST);
        subject.ifPresent(node -> filter(IndexSchema.ENTITY, IndexSchema.text(node), all));
        graph.ifPresent(node -> filter(IndexSchema.GRAPH, IndexSchema.text(node), all));
        language.ifPresent(tag -> filter(IndexSchema.LANGUAGE, tag, all));
        return all.build();
    }

    private static void filter(String field, String value, BooleanQuery.Builder all) {
        all.add(new TermQuery(new Term(field, value)), Occur.FILTER);
    }

    private Query parsed() {
        if (asked.length() > LONGEST) {
            throw new QueryExecException(
                    "text:query: the text has " + asked.length() + " characters; the most is " + LONGEST);
        }
        try {
            BooleanQuery.Builder any = new BooleanQuery.Builder();
            for (String field : fields) {
                any.add(new QueryParser(field, NameAnalyzer.ofQueries()).parse(asked), Occur.SHOULD);
            }
            return any.build();
        } catch (ParseException | IndexSearcher.TooManyClauses | TooComplexToDeterminizeException
                | IllegalArgumentException e) {
            throw new QueryExecException("text:query: '" + asked + "' is not in Lucene's query syntax; put words with"
                    + " + - ( ) [ ] { } \" ~ * ? : \\ / in quotes, or a backslash before the sign ("
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ")", e);
        } catch (StackOverflowError e) {
            throw new QueryExecException("text:query: the text is nested too deeply", e);
        }
    }
}
