package org.secretomegraph.catalogue;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.secretomegraph.vocab.EditDistance;

/** The questions by name, sorted. */
public record Catalogue(List<Question> questions) {

    /** Reads query files. */
    public static Catalogue read(List<Path> files) {
        return new Catalogue(files.stream().map(QuestionParser::read)
                .sorted(Comparator.comparing(Question::name)).toList());
    }

    public Optional<Question> named(String name) {
        return questions.stream().filter(q -> q.name().equals(name)).findFirst();
    }

    /** The question closest in spelling to a name that does not exist. */
    public Optional<String> nearest(String name) {
        return EditDistance.closest(name, questions.stream().map(Question::name).toList());
    }
}
