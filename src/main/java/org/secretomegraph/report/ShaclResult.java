package org.secretomegraph.report;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.engine.constraint.UniqueLangConstraint;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.path.Path;

/**
 * A validation result as SHACL defines it (<a href="https://www.w3.org/TR/shacl/#results-validation-result">section
 * 3.6.2</a>), behind a finding.
 *
 * @param path the whole property path; empty for a node shape
 * @param value the value node; empty where the constraint concerns all of them
 * @param shape the source shape
 * @param component the source constraint component
 * @param constraint the source constraint, of a query; empty for other constraints
 * @param messages all messages, with their languages
 * @param severity any IRI
 */
public record ShaclResult(Node focus, Optional<Path> path, Optional<Node> value, Node shape, Node component,
        Optional<Node> constraint, List<Node> messages, Node severity) {

    /** The result that Jena reports. */
    public static ShaclResult of(ReportEntry entry) {
        Collection<Node> messages = entry.messages();
        return new ShaclResult(entry.focusNode(), Optional.ofNullable(entry.resultPath()),
                value(entry), entry.source(), entry.sourceConstraintComponent(),
                Optional.ofNullable(entry.sourceConstraint()), List.copyOf(messages), entry.severity().level());
    }

    /** {@code sh:uniqueLang} concerns a language (section 4.4.5), not the one of its values that Jena names. */
    private static Optional<Node> value(ReportEntry entry) {
        return entry.constraint() instanceof UniqueLangConstraint ? Optional.empty()
                : Optional.ofNullable(entry.value());
    }

    /** The members of SHACL's vocabulary; nodes as in SPARQL's JSON results, paths as SPARQL writes them. */
    JsonObject json() {
        JsonObject json = new JsonObject();
        json.put("focusNode", node(focus));
        path.ifPresent(p -> json.put("resultPath", p.toString()));
        value.ifPresent(v -> json.put("value", node(v)));
        json.put("sourceShape", node(shape));
        json.put("sourceConstraintComponent", node(component));
        constraint.ifPresent(c -> json.put("sourceConstraint", node(c)));
        JsonArray texts = new JsonArray();
        messages.forEach(message -> texts.add(node(message)));
        json.put("resultMessage", texts);
        json.put("resultSeverity", node(severity));
        return json;
    }

    private static JsonObject node(Node node) {
        JsonObject json = new JsonObject();
        json.put("type", node.isURI() ? "uri" : node.isLiteral() ? "literal" : "bnode");
        if (!node.isLiteral()) {
            json.put("value", node.isURI() ? node.getURI() : node.toString());
            return json;
        }
        json.put("value", node.getLiteralLexicalForm());
        if (!node.getLiteralLanguage().isEmpty()) {
            json.put("xml:lang", node.getLiteralLanguage());
        } else if (!node.getLiteralDatatypeURI().equals("http://www.w3.org/2001/XMLSchema#string")) {
            json.put("datatype", node.getLiteralDatatypeURI());
        }
        return json;
    }
}
