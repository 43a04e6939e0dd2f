package org.secretomegraph.graph.text;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.secretomegraph.vocab.NameNormalizer;
import org.secretomegraph.vocab.NameToken;

/**
 * Names for Lucene. In the index a name is kept in parts and as wholes ("TGF-β1": tgf, tgfb, tgfb1, beta, b1, 1); what
 * is asked for is read as the longest names in it, so that "TGF beta 1" asks for tgfb1 and not for every beta.
 */
final class NameAnalyzer extends Analyzer {
    private static final int LONGEST_NAME = 4;

    private final boolean asked;

    private NameAnalyzer(boolean asked) {
        this.asked = asked;
    }

    static NameAnalyzer ofIndex() {
        return new NameAnalyzer(false);
    }

    static NameAnalyzer ofQueries() {
        return new NameAnalyzer(true);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        return new TokenStreamComponents(new Names(asked));
    }

    /** For terms with wildcards, which are not cut into parts. */
    @Override
    protected TokenStream normalize(String field, TokenStream in) {
        return new LowerCaseFilter(in);
    }

    /** A word, and how many places it stands behind the one before: 0 for another reading of the same place. */
    private record Word(String text, int step, int start, int end) {}

    private static final class Names extends Tokenizer {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
        private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
        private final boolean asked;
        private List<Word> words = List.of();
        private int next;
        private int length;

        Names(boolean asked) {
            this.asked = asked;
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            String text = read(input);
            length = text.length();
            words = asked ? asked(NameNormalizer.tokens(text)) : kept(NameNormalizer.tokens(text));
            next = 0;
        }

        @Override
        public boolean incrementToken() {
            if (next == words.size()) {
                return false;
            }
            clearAttributes();
            Word word = words.get(next++);
            term.append(word.text());
            step.setPositionIncrement(word.step());
            offset.setOffset(correctOffset(word.start()), correctOffset(word.end()));
            return true;
        }

        @Override
        public void end() throws IOException {
            super.end();
            offset.setOffset(correctOffset(length), correctOffset(length));
        }

        private static List<Word> asked(List<NameToken> tokens) {
            List<Word> words = new ArrayList<>();
            for (int i = 0; i < tokens.size();) {
                int count = NameNormalizer.nameLength(tokens, i);
                words.add(new Word(NameNormalizer.glued(tokens, i, count), 1, tokens.get(i).start(),
                        tokens.get(i + count - 1).end()));
                i += count;
            }
            return words;
        }

        private static List<Word> kept(List<NameToken> tokens) {
            List<Word> words = new ArrayList<>();
            for (int i = 0; i < tokens.size(); i++) {
                Set<String> readings = new LinkedHashSet<>();
                readings.add(tokens.get(i).text());
                int longest = Math.min(LONGEST_NAME, NameNormalizer.nameLength(tokens, i));
                for (int count = 1; count <= longest; count++) {
                    readings.add(NameNormalizer.glued(tokens, i, count));
                }
                int step = 1;
                for (String reading : readings) {
                    words.add(new Word(reading, step, tokens.get(i).start(), tokens.get(i).end()));
                    step = 0;
                }
            }
            return words;
        }

        private static String read(Reader in) throws IOException {
            StringBuilder text = new StringBuilder();
            char[] part = new char[1024];
            for (int count = in.read(part); count >= 0; count = in.read(part)) {
                text.append(part, 0, count);
            }
            return text.toString();
        }
    }

    @Override
    public String toString() {
        return "names, " + (asked ? "asked for" : "kept").toLowerCase(Locale.ROOT);
    }
}
