package org.secretomegraph.catalogue;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * What a question is held to before it is asked: of a value that nobody could write, of a term that nobody knows here,
 * or of one
 * of another kind, it has no rows, and a table without rows looks like an answer.
 *
 * @param question what is asked
 * @param source   whose identifier a CURIE would be that this source would never write; empty when it may be one
 * @param terms    where terms are looked up; empty when that is elsewhere
 */
public record ParameterValidator(Question question, Function<String, Optional<Source>> source, Optional<Graph> terms) {
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
        try {
            question.binding(given);
            question.parameters().stream().filter(p -> p.type() == Parameter.Type.IRI)
                    .forEach(p -> Optional.ofNullable(given.get(p.name())).ifPresent(value -> check(p, value)));
        } catch (InvalidParameterException e) {
            throw question.parameters().stream()
                    .filter(p -> p.name().equals(e.parameter()) && p.type() == Parameter.Type.IRI)
                    .findFirst().flatMap(this::proposals).map(p -> e.proposing(p.like(e.given()))).orElse(e);
        }
    }

    private void check(Parameter parameter, String value) {
        String example = parameter.example();
        source.apply(value).ifPresent(of -> {
            throw bad(parameter, value,
                    "no identifier of " + of.name() + "; write " + of.form() + ", such as " + example, of.form());
        });
        if (terms.isEmpty()) {
            return;
        }
        Node term = parameter.node(value);
        TermKinds kinds = new TermKinds(terms.get(), parameter.under());
        String fitting = (parameter.under().isEmpty() ? "an identifier" : kinds.identified() + " or a term under it,")
                + " such as "
                + example;
        if (isKnown(term, terms.get())) {
            if (!kinds.fits(term)) {
                throw new InvalidParameterException(
                        "parameter " + parameter.name() + ": '" + value + "'" + named(kinds.label(term))
                                + " is not a " + kinds.phrase() + "; write " + fitting,
                        parameter.name(), value, fitting);
            }
        } else if (value.matches(WORD)) {
            throw bad(parameter, value,
                    "no identifier, and no word of the record vocabulary; write an identifier such as "
                            + example,
                    "an identifier such as " + example + ", or an IRI");
        } else if (question.federated().isEmpty() || !parameter.under().isEmpty()) {
            // A term that another endpoint alone knows may still have an answer.
            throw bad(parameter, value, "not known here; write " + fitting, fitting);
        }
    }

    private static String named(String label) {
        return label.isEmpty() ? "" : " (" + label + ")";
    }

    private static InvalidParameterException bad(Parameter parameter, String given, String what, String expected) {
        return new InvalidParameterException("parameter " + parameter.name() + ": '" + given + "' is " + what,
                parameter.name(), given, expected);
    }

    private Optional<TermProposals> proposals(Parameter parameter) {
        return terms.map(graph -> new TermProposals(graph, new TermKinds(graph, parameter.under())));
    }

    private static boolean isKnown(Node word, Graph graph) {
        return graph.contains(word, Node.ANY, Node.ANY) || graph.contains(Node.ANY, Node.ANY, word)
                || graph.contains(Node.ANY, word, Node.ANY);
    }
}
