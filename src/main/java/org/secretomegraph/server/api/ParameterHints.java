package org.secretomegraph.server.api;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.catalogue.InvalidParameterException;
import org.secretomegraph.catalogue.Parameter;
import org.secretomegraph.catalogue.ParameterValidator;
import org.secretomegraph.catalogue.Question;
import org.secretomegraph.vocab.EditDistance;
import org.secretomegraph.vocab.PrefixRegistry;
import org.secretomegraph.vocab.Terms;

/**
 * What to tell one who gave a question a value that does not fit: what would fit, an example, and what may have been
 * meant.
 *
 * @param question what was asked
 * @param dataset  where names are looked up
 */
public record ParameterHints(Question question, DatasetGraph dataset) {
    private static final int MOST = 5;

    /** @throws InvalidParameterException for values with which it can only have no answer */
    public void check(Map<String, String> given) {
        PrefixRegistry prefixes = PrefixRegistry.bundled();
        new ParameterValidator(question,
                value -> prefixes.refusing(value).map(p -> new ParameterValidator.Source(p.name(), p.form())),
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
                .with("expected", e.expected()), parameter.get(), e.given());
    }

    private ProblemDetails unknown(InvalidParameterException e) {
        List<String> known = question.parameters().stream().map(Parameter::name).toList();
        return new ProblemDetails(400, e.getMessage()).with("parameter", e.parameter()).with("given", e.given())
                .with("expected",
                        "one of " + String.join(", ", Stream.concat(known.stream(), QuestionsApi.RESERVED.stream())
                                .toList()))
                .with("suggestion", EditDistance.nearest(e.parameter(), known).orElse(""));
    }

    private ProblemDetails mended(ProblemDetails problem, Parameter parameter, String given) {
        problem.with("example", parameter.name() + "=" + parameter.defaultValue());
        if (parameter.type() != Parameter.Type.IRI || given.isBlank()) {
            return problem;
        }
        List<JsonObject> called = called(given.strip());
        JsonArray things = new JsonArray();
        called.forEach(things::add);
        return problem.with("suggestions", things).with("suggestion",
                called.isEmpty() ? parameter.inForm(given).orElse("")
                        : called.getFirst().getString(called.getFirst().hasKey("curie") ? "curie" : "iri"));
    }

    /**
     * The terms of a label or, failing those, of a synonym; upper and lower case being the same. Who writes {@code
     * HGNC:HGF}
     * means the label behind the prefix.
     */
    private List<JsonObject> called(String given) {
        TypedJson cells = new TypedJson(dataset.prefixes());
        EntitySummaries things = EntitySummaries.of(dataset);
        return Stream.of(given, given.substring(given.indexOf(':') + 1)).distinct().filter(name -> !name.isBlank())
                .flatMap(name -> Stream.of(RDFS.label.asNode(), Terms.exactSynonym)
                        .map(property -> with(property, name)))
                .filter(found -> !found.isEmpty()).findFirst().orElse(List.of()).stream().map(Triple::getSubject)
                .map(term -> cells.cell(term, things.label(term).orElse("")).getAsObject()).toList();
    }

    private List<Triple> with(Node property, String name) {
        return dataset.getDefaultGraph().stream(Node.ANY, property, Node.ANY)
                .filter(t -> t.getSubject().isURI() && t.getObject().isLiteral()
                        && t.getObject().getLiteralLexicalForm().equalsIgnoreCase(name))
                .sorted(Comparator.comparing(t -> t.getSubject().getURI())).limit(MOST).toList();
    }
}
