package org.secretomegraph.server.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.sparql.core.DatasetGraph;
import org.secretomegraph.catalogue.InvalidParameterException;
import org.secretomegraph.catalogue.Parameter;
import org.secretomegraph.catalogue.ParameterValidator;
import org.secretomegraph.catalogue.Question;
import org.secretomegraph.vocab.EditDistance;
import org.secretomegraph.vocab.PrefixRegistry;

/**
 * Hints for an invalid parameter value: what is valid, an example, and what may be meant.
 *
 * @param question the question that was called
 * @param dataset  where names are looked up
 */
public record ParameterHints(Question question, DatasetGraph dataset) {
    /** @throws InvalidParameterException for values with which the question can have no answer */
    public void check(Map<String, String> given) {
        PrefixRegistry prefixes = PrefixRegistry.bundled();
        new ParameterValidator(question,
                value -> prefixes.violatedPattern(value).map(p -> new ParameterValidator.Source(p.name(), p.form())),
                Optional.of(dataset.getDefaultGraph())).check(given);
    }

    /** The problem details of an invalid value, with a suggestion. */
    ProblemDetails of(InvalidParameterException e) {
        Optional<Parameter> parameter =
                question.parameters().stream().filter(p -> p.name().equals(e.parameter())).findFirst();
        if (parameter.isEmpty()) {
            return unknown(e);
        }
        return withSuggestion(
                new ProblemDetails(400, e.getMessage()).with("parameter", e.parameter()).with("given", e.given())
                        .with("expected", e.expected()),
                parameter.get(), e);
    }

    private ProblemDetails unknown(InvalidParameterException e) {
        List<String> known = question.parameters().stream().map(Parameter::name).toList();
        return new ProblemDetails(400, e.getMessage()).with("parameter", e.parameter()).with("given", e.given())
                .with("expected",
                        "one of " + String.join(", ", Stream.concat(known.stream(), QuestionsApi.RESERVED.stream())
                                .toList()))
                .with("suggestion", EditDistance.nearest(e.parameter(), known).orElse(""));
    }

    private ProblemDetails withSuggestion(ProblemDetails problem, Parameter parameter, InvalidParameterException e) {
        problem.with("example", parameter.name() + "=" + parameter.example());
        if (parameter.type() != Parameter.Type.IRI || e.given().isBlank()) {
            return problem.with("suggestion", EditDistance.nearest(e.given(), parameter.choices()).orElse(""));
        }
        TypedJson cells = new TypedJson(dataset.prefixes());
        JsonArray suggestions = new JsonArray();
        e.proposals().forEach(p -> suggestions.add(cells.cell(p.term(), p.label())));
        return problem.with("suggestions", suggestions).with("suggestion", e.proposals().isEmpty()
                ? parameter.inForm(e.given()).orElse("") : e.proposals().getFirst().identifier());
    }
}
