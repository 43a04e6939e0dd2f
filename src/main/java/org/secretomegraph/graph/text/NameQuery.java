package org.secretomegraph.graph.text;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** The ranking of {@link NameSearch} as a Lucene query: the best way in which a statement fits, and who says it. */
final class NameQuery {
    private static final float WHOLE = 1_000;
    private static final float BEGINNING = 600;
    private static final float ALL_WORDS = 400;
    private static final float BEGUN_WORDS = 300;
    private static final float SENTENCE = 200;
    private static final float NEARLY_WHOLE = 150;
    private static final float NEARLY_WORDS = 100;
    private static final float SOME_WORDS = 1;
    private static final int SHORTEST_FUZZY = 4;
    private static final int LONG = 8;
    private static final int VARIANTS = 50;
    private static final int MOST_WORDS = 16;

    private NameQuery() {}

    static Query of(List<String> all) {
        List<String> words = all.subList(0, Math.min(MOST_WORDS, all.size()));
        String key = String.join("", words);
        List<Query> ways = new ArrayList<>();
        ways.add(worth(WHOLE, new TermQuery(new Term(IndexSchema.KEY, key))));
        ways.add(worth(BEGINNING, new PrefixQuery(new Term(IndexSchema.KEY, key))));
        ways.add(worth(ALL_WORDS, every(words, IndexSchema.NAME, false, false)));
        ways.add(worth(BEGUN_WORDS, every(words, IndexSchema.NAME, true, false)));
        ways.add(worth(SENTENCE, every(words, IndexSchema.SENTENCE, false, false)));
        if (key.length() >= SHORTEST_FUZZY) {
            ways.add(worth(NEARLY_WHOLE, fuzzy(IndexSchema.KEY, key)));
            ways.add(worth(NEARLY_WORDS, every(words, IndexSchema.NAME, true, true)));
        }
        ways.add(most(words));
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(new DisjunctionMaxQuery(ways, 0), Occur.MUST);
        for (SearchField said : SearchField.values()) {
            int worth = 2 * (SearchField.values().length - said.ordinal());
            query.add(worth(worth, new TermQuery(new Term(IndexSchema.SAID, said.name()))), Occur.SHOULD);
        }
        return query.build();
    }

    private static Query worth(float score, Query query) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }

    /** @param begun whether the last word may be the beginning of one @param nearly whether words may be misspelt */
    private static Query every(List<String> words, String field, boolean begun, boolean nearly) {
        BooleanQuery.Builder every = new BooleanQuery.Builder();
        for (int i = 0; i < words.size(); i++) {
            Term term = new Term(field, words.get(i));
            BooleanQuery.Builder one = new BooleanQuery.Builder().add(new TermQuery(term), Occur.SHOULD);
            if (begun && i == words.size() - 1) {
                one.add(new PrefixQuery(term), Occur.SHOULD);
            }
            if (nearly && words.get(i).length() >= SHORTEST_FUZZY) {
                one.add(fuzzy(field, words.get(i)), Occur.SHOULD);
            }
            every.add(one.build(), Occur.MUST);
        }
        return every.build();
    }

    private static Query fuzzy(String field, String word) {
        return new FuzzyQuery(new Term(field, word), word.length() < LONG ? 1 : 2, 1, VARIANTS, true);
    }

    /** Names with at least two thirds of the words, by how rare these are. One word alone must be there. */
    private static Query most(List<String> words) {
        BooleanQuery.Builder most = new BooleanQuery.Builder();
        words.stream().distinct()
                .forEach(word -> most.add(new TermQuery(new Term(IndexSchema.NAME, word)), Occur.SHOULD));
        most.setMinimumNumberShouldMatch((int) Math.ceil(words.stream().distinct().count() * 2 / 3.0));
        return new BoostQuery(most.build(), SOME_WORDS);
    }
}
