package org.secretomegraph.server.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonBoolean;
import org.apache.jena.atlas.json.JsonNull;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.secretomegraph.vocab.Curie;

/**
 * Rows of a SELECT as typed JSON. Every column of the query is a member of every row: {@code null} when it is unbound;
 * a number or boolean when it is one; a text for any other literal; {@code _:label} for a blank node; for an IRI an
 * object with {@code iri}, {@code curie} when it has one, and {@code label} when the query has a column of the same
 * name followed by {@code Label}.
 *
 * @param prefixes how IRIs without the prefix of an identifier are shortened
 */
record TypedJson(PrefixMap prefixes) {
    static final String LABEL = "Label";

    JsonObject row(List<Var> columns, Binding row) {
        JsonObject object = new JsonObject();
        for (Var column : columns) {
            Node label = row.get(Var.alloc(column.getVarName() + LABEL));
            object.put(column.getVarName(), cell(row.get(column), label == null || !label.isLiteral() ? ""
                    : label.getLiteralLexicalForm()));
        }
        return object;
    }

    JsonValue cell(Node node, String label) {
        if (node == null) {
            return JsonNull.instance;
        }
        if (node.isLiteral()) {
            return literal(node);
        }
        if (!node.isURI()) {
            return new JsonString(node.isBlank() ? "_:" + node.getBlankNodeLabel() : NodeFmtLib.strNT(node));
        }
        JsonObject object = new JsonObject();
        object.put("iri", node.getURI());
        String curie = name(node.getURI());
        if (!curie.equals(node.getURI())) {
            object.put("curie", curie);
        }
        if (!label.isEmpty()) {
            object.put("label", label);
        }
        return object;
    }

    /** {@code GO:0001525}, {@code scso:promotes}, or the IRI itself. */
    String name(String iri) {
        return Curie.compact(iri).or(() -> Optional.ofNullable(prefixes.abbreviate(iri))).orElse(iri);
    }

    private static JsonValue literal(Node node) {
        String text = node.getLiteralLexicalForm();
        if (XSDDatatype.XSDboolean.equals(node.getLiteralDatatype())) {
            return new JsonBoolean(text.equals("true") || text.equals("1"));
        }
        boolean number = node.getLiteralDatatype() instanceof XSDDatatype && node.getLiteral().isWellFormed()
                && node.getLiteralValue() instanceof Number;
        return number && text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")
                ? JsonNumber.value(new BigDecimal(text)) : new JsonString(text);
    }
}
