package org.secretomegraph.catalogue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The questions by name, sorted. */
public record Catalogue(List<Question> questions) {

    /** Reads query files. */
    public static Catalogue read(List<Path> files) {
        return new Catalogue(files.stream().map(QuestionFile::read)
                .sorted(java.util.Comparator.comparing(Question::name)).toList());
    }

    public Optional<Question> named(String name) {
        return questions.stream().filter(q -> q.name().equals(name)).findFirst();
    }

    /** The question closest in spelling to a name that does not exist. */
    public Optional<String> nearest(String name) {
        return questions.stream().map(Question::name)
                .min(java.util.Comparator.comparingInt(known -> distance(name, known)));
    }

    /** Levenshtein distance: how many letters to change. */
    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int swap = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(now[j - 1], before[j]) + 1, before[j - 1] + swap);
            }
            before = now;
        }
        return before[b.length()];
    }
}
