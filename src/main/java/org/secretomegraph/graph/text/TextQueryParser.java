package org.secretomegraph.graph.text;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryExecException;
import org.apache.jena.query.text.TextQueryFuncs;
import org.apache.jena.sparql.core.Quad;
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
 * @param fields where to look
 */
record TextQueryParser(List<String> fields) {
    private static final int LONGEST = 1_000;

    /**
     * The query of a text, about some subject only, in some graph only, in some language only, where these are given.
     */
    Query restricted(String asked, Node subject, String graph, String language) {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(parsed(asked), Occur.MUST);
        if (subject != null && !subject.isVariable()) {
            filter(IndexSchema.ENTITY, TextQueryFuncs.subjectToString(subject), all);
        }
        if (graph != null && !Quad.isDefaultGraph(TextQueryFuncs.stringToNode(graph))) {
            filter(IndexSchema.GRAPH, graph, all);
        }
        if (language != null && !language.isEmpty()) {
            filter(IndexSchema.LANGUAGE, language, all);
        }
        return all.build();
    }

    private static void filter(String field, String value, BooleanQuery.Builder all) {
        all.add(new TermQuery(new Term(field, value)), Occur.FILTER);
    }

    private Query parsed(String asked) {
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
