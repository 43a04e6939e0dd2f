package org.secretomegraph.server.api;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.catalogue.BadParameter;
import org.secretomegraph.catalogue.Parameter;
import org.secretomegraph.catalogue.Question;
import org.secretomegraph.guard.Spelling;
import org.secretomegraph.link.KnownPrefix;
import org.secretomegraph.link.PrefixMap;
import org.secretomegraph.vocab.Curie;
import org.secretomegraph.vocab.Terms;

/**
 * What to tell one who gave a question a value that does not fit: what would fit, an example, and what may have been meant.
 *
 * @param question what was asked
 * @param dataset  where names are looked up
 */
record Advice(Question question, DatasetGraph dataset) {
    private static final int MOST = 5;
    private static final String WORD = "(scso:)?[A-Za-z][A-Za-z0-9]*";

    /**
     * Before a question is asked of which nobody could tell why it has no rows.
     *
     * @throws Problem when a bare word is given for a term and the graph has no such word, or an identifier that its source
     *     would never write. One that is well formed and not in this graph is a question with no rows for an answer.
     */
    void check(Map<String, String> given) {
        question.parameters().stream().filter(p -> p.type() == Parameter.Type.IRI).forEach(p -> {
            String value = given.getOrDefault(p.name(), "");
            PrefixMap.bundled().refusing(value).ifPresent(prefix -> {
                throw malformed(p, value, prefix);
            });
            if (value.matches(WORD) && !isKnown(p.node(value))) {
                throw mended(new Problem(400, "parameter " + p.name() + ": '" + value + "' is no identifier, and no word of"
                        + " the record vocabulary; write an identifier such as " + p.defaultValue())
                        .with("parameter", p.name()).with("given", value)
                        .with("expected", "an identifier such as " + p.defaultValue() + ", or an IRI"), p, value);
            }
        });
    }

    private Problem malformed(Parameter parameter, String value, KnownPrefix prefix) {
        String local = value.substring(value.indexOf(':') + 1);
        String form = prefix.prefix() + ": and then " + prefix.pattern().pattern() + " (a regular expression)";
        Problem problem = new Problem(400, "parameter " + parameter.name() + ": '" + value + "' is no identifier of "
                + prefix.name() + "; write " + form + ", such as " + parameter.defaultValue())
                .with("parameter", parameter.name()).with("given", value).with("expected", form);
        return mended(problem, parameter, local);
    }

    /** The same for what the question itself refused. */
    Problem of(BadParameter e) {
        Optional<Parameter> parameter = question.parameters().stream().filter(p -> p.name().equals(e.parameter())).findFirst();
        if (parameter.isEmpty()) {
            return unknown(e);
        }
        return mended(new Problem(400, e.getMessage()).with("parameter", e.parameter()).with("given", e.given())
                .with("expected", e.expected()), parameter.get(), e.given());
    }

    private Problem unknown(BadParameter e) {
        List<String> known = question.parameters().stream().map(Parameter::name).toList();
        return new Problem(400, e.getMessage()).with("parameter", e.parameter()).with("given", e.given())
                .with("expected", "one of " + String.join(", ", Stream.concat(known.stream(), QuestionsApi.RESERVED.stream())
                        .toList()))
                .with("suggestion", Spelling.nearest(e.parameter(), known).orElse(""));
    }

    private Problem mended(Problem problem, Parameter parameter, String given) {
        problem.with("example", parameter.name() + "=" + parameter.defaultValue());
        if (parameter.type() != Parameter.Type.IRI || given.isBlank()) {
            return problem;
        }
        List<JsonObject> called = called(given.strip());
        JsonArray things = new JsonArray();
        called.forEach(things::add);
        return problem.with("suggestions", things).with("suggestion", called.isEmpty() ? otherPrefix(given)
                : called.getFirst().getString(called.getFirst().hasKey("curie") ? "curie" : "iri"));
    }

    /** {@code HGNC:4893} for {@code HGNK:4893}. */
    private static String otherPrefix(String given) {
        int colon = given.indexOf(':');
        return colon <= 0 || given.matches(WORD) ? "" : Spelling.nearest(given.substring(0, colon), Curie.prefixes())
                .map(prefix -> prefix + given.substring(colon)).orElse("");
    }

    /** The terms of a label or, failing those, of a synonym; upper and lower case being the same. */
    private List<JsonObject> called(String name) {
        TypedCells cells = new TypedCells(dataset.prefixes());
        Things things = Things.of(dataset);
        return Stream.of(RDFS.label.asNode(), Terms.exactSynonym).map(property -> with(property, name))
                .filter(found -> !found.isEmpty()).findFirst().orElse(List.of()).stream().map(Triple::getSubject)
                .map(term -> cells.cell(term, things.label(term).orElse("")).getAsObject()).toList();
    }

    private List<Triple> with(Node property, String name) {
        return dataset.getDefaultGraph().stream(Node.ANY, property, Node.ANY)
                .filter(t -> t.getSubject().isURI() && t.getObject().isLiteral()
                        && t.getObject().getLiteralLexicalForm().equalsIgnoreCase(name))
                .sorted(Comparator.comparing(t -> t.getSubject().getURI())).limit(MOST).toList();
    }

    private boolean isKnown(Node word) {
        Graph graph = dataset.getDefaultGraph();
        return graph.contains(word, Node.ANY, Node.ANY) || graph.contains(Node.ANY, Node.ANY, word)
                || graph.contains(Node.ANY, word, Node.ANY);
    }
}
