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
 * What to tell one who gave a question a value that does not fit: what would fit, an example, and what may have been
 * meant.
 *
 * @param question what was asked
 * @param dataset  where names are looked up
 */
public record ParameterHints(Question question, DatasetGraph dataset) {
    /** @throws InvalidParameterException for values with which it can only have no answer */
    public void check(Map<String, String> given) {
        PrefixRegistry prefixes = PrefixRegistry.bundled();
        new ParameterValidator(question,
                value -> prefixes.violatedPattern(value).map(p -> new ParameterValidator.Source(p.name(), p.form())),
                Optional.of(dataset.getDefaultGraph())).check(given);
    }

    /** What was refused, with what may have been meant. */
    ProblemDetails of(InvalidParameterException e) {
        Optional<Parameter> parameter =
                question.parameters().stream().filter(p -> p.name().equals(e.parameter())).findFirst();
        if (parameter.isEmpty()) {
            return unknown(e);
        }
        return mended(new ProblemDetails(400, e.getMessage()).with("parameter", e.parameter()).with("given", e.given())
                .with("expected", e.expected()), parameter.get(), e);
    }

    private ProblemDetails unknown(InvalidParameterException e) {
        List<String> known = question.parameters().stream().map(Parameter::name).toList();
        return new ProblemDetails(400, e.getMessage()).with("parameter", e.parameter()).with("given", e.given())
                .with("expected",
                        "one of " + String.join(", ", Stream.concat(known.stream(), QuestionsApi.RESERVED.stream())
                                .toList()))
                .with("suggestion", EditDistance.nearest(e.parameter(), known).orElse(""));
    }

    private ProblemDetails mended(ProblemDetails problem, Parameter parameter, InvalidParameterException e) {
        problem.with("example", parameter.name() + "=" + parameter.example());
        if (parameter.type() != Parameter.Type.IRI || e.given().isBlank()) {
            return problem.with("suggestion", EditDistance.nearest(e.given(), parameter.choices()).orElse(""));
        }
        TypedJson cells = new TypedJson(dataset.prefixes());
        JsonArray things = new JsonArray();
        e.proposals().forEach(p -> things.add(cells.cell(p.term(), p.label())));
        return problem.with("suggestions", things).with("suggestion", e.proposals().isEmpty()
                ? parameter.inForm(e.given()).orElse("") : e.proposals().getFirst().identifier());
    }
}
