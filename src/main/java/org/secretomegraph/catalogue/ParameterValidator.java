package org.secretomegraph.catalogue;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * What a question is held to before it is asked: of a value that nobody could write it has no rows, and nobody could
 * tell why.
 * An identifier that is well formed and not in the graph is another thing: there no rows is the answer.
 *
 * @param question what is asked
 * @param source   whose identifier a CURIE would be that this source would never write; empty when it may be one
 * @param words    where the words of the record vocabulary are looked up; empty when that is elsewhere
 */
public record ParameterValidator(Question question, Function<String, Optional<Source>> source, Optional<Graph> words) {
    private static final String WORD = "(scso:)?[A-Za-z][A-Za-z0-9]*";

    /**
     * A source of identifiers, such as GO.
     *
     * @param name of the source
     * @param form what its identifiers look like, as a phrase
     */
    public record Source(String name, String form) {}

    /** @throws InvalidParameterException for the first value that can have no answer; says what would fit */
    public void check(Map<String, String> given) {
        question.binding(given);
        question.parameters().stream().filter(p -> p.type() == Parameter.Type.IRI && given.containsKey(p.name()))
                .forEach(p -> check(p, given.get(p.name())));
    }

    private void check(Parameter parameter, String value) {
        String example = parameter.defaultValue();
        source.apply(value).ifPresent(of -> {
            throw new InvalidParameterException(
                    "parameter " + parameter.name() + ": '" + value + "' is no identifier of " + of.name()
                            + "; write " + of.form() + ", such as " + example,
                    parameter.name(), value, of.form());
        });
        if (value.matches(WORD) && words.isPresent() && !isKnown(parameter.node(value), words.get())) {
            String fitting = "an identifier such as " + example;
            throw new InvalidParameterException(
                    "parameter " + parameter.name() + ": '" + value + "' is no identifier, and no word of the"
                            + " record vocabulary; write " + fitting,
                    parameter.name(), value, fitting + ", or an IRI");
        }
    }

    private static boolean isKnown(Node word, Graph graph) {
        return graph.contains(word, Node.ANY, Node.ANY) || graph.contains(Node.ANY, Node.ANY, word)
                || graph.contains(Node.ANY, word, Node.ANY);
    }
}
