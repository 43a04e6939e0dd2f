package org.secretomegraph.graph.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FuzzyQuery;
import org.secretomegraph.vocab.NameNormalizer;

/**
 * A search for things by what people call them. The best first: the whole name or identifier, then names that begin so,
 * then names with all the words, then sentences with them, then names spelt nearly so; a label before a synonym.
 */
public final class NameSearch {
    /** So many statements are looked at; a word in more of them is no name. */
    private static final int STATEMENTS = 2_000;
    private static final int LONGEST = 200;
    private static final float PER_LETTER = 0.01f;

    private final TextSearch index;

    NameSearch(TextSearch index) {
        this.index = index;
    }

    /**
     * A thing that was found.
     *
     * @param thing    what it is
     * @param written  the name, identifier or sentence that fits best
     * @param property what says so
     * @param score    how well it fits; only good for comparing
     */
    public record Hit(Node thing, String written, Node property, float score) {}

    /** Makes the index now, so that nobody who searches waits for it. */
    public void prepare() {
        index.find(NameQuery.of(List.of("il6")), 1);
    }

    /** Everything that fits, each thing once, in an order that is the same every time. */
    public List<Hit> find(String asked) {
        List<String> words = NameNormalizer.words(cut(asked));
        if (words.isEmpty()) {
            return List.of();
        }
        Map<String, Hit> best = new HashMap<>();
        for (TextSearch.Found found : index.find(NameQuery.of(words), STATEMENTS)) {
            Hit hit = hit(found);
            best.merge(found.document().get(IndexSchema.ENTITY), hit, (a, b) -> a.score() >= b.score() ? a : b);
        }
        return best.values().stream().sorted(Comparator.comparing(Hit::score).reversed()
                .thenComparing(hit -> hit.thing().toString())).toList();
    }

    /** Shorter names fit better: more of them is what was asked for. */
    private static Hit hit(TextSearch.Found found) {
        Document document = found.document();
        String written = document.get(IndexSchema.WRITTEN);
        float score = found.score() - PER_LETTER * Math.min(LONGEST, written.length());
        return new Hit(IndexSchema.node(document.get(IndexSchema.ENTITY)), written,
                NodeFactory.createURI(document.get(IndexSchema.PROPERTY)), score);
    }

    /** Names that are spelt somewhat like this, for somebody who found nothing. */
    public List<String> nearest(String asked, int count) {
        Set<String> names = new LinkedHashSet<>();
        List<String> keys = new ArrayList<>(List.of(String.join("", NameNormalizer.words(cut(asked)))));
        keys.addAll(NameNormalizer.words(cut(asked)));
        for (String key : keys) {
            if (key.length() > 2 && names.size() < count) {
                index.find(new FuzzyQuery(new Term(key.equals(keys.get(0)) ? IndexSchema.KEY : IndexSchema.NAME, key),
                        2, 0), count)
                        .forEach(found -> names.add(found.document().get(IndexSchema.WRITTEN)));
            }
        }
        return names.stream().limit(count).toList();
    }

    private static String cut(String asked) {
        return asked.substring(0, Math.min(LONGEST, asked.length()));
    }

    /** A part of a text, and whether it is what was asked for. */
    public record Part(String text, boolean asked) {}

    /** A text in parts, those that were asked for marked. */
    public static List<Part> marked(String text, String asked) {
        return Highlighter.parts(text, NameNormalizer.words(cut(asked)));
    }
}
