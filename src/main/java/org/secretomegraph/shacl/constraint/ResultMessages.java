package org.secretomegraph.shacl.constraint;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.lib.ShLib;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/** The messages of a result of a query (<a href="https://www.w3.org/TR/shacl/#sparql-constraints-variables">5.3.2</a>). */
final class ResultMessages {
    private ResultMessages() {}

    /**
     * The message that the row binds, else the stated ones with the values of the row in the place of {@code {?name}} and
     * {@code {$name}}; empty when there is none.
     */
    static List<Node> of(Binding row, List<Node> stated) {
        Optional<Node> bound = Optional.ofNullable(row.get(Var.alloc("message"))).filter(Node::isLiteral);
        if (bound.isPresent()) {
            return List.of(bound.get());
        }
        List<Node> messages = new ArrayList<>();
        for (Node message : stated) {
            String text = message.getLiteralLexicalForm();
            for (Iterator<Var> variables = row.vars(); variables.hasNext();) {
                Var variable = variables.next();
                text = text.replaceAll("\\{[?$]" + Pattern.quote(variable.getVarName()) + "\\}",
                        Matcher.quoteReplacement(text(row.get(variable))));
            }
            messages.add(message.getLiteralLanguage().isEmpty() ? NodeFactory.createLiteralString(text)
                    : NodeFactory.createLiteralLang(text, message.getLiteralLanguage()));
        }
        return messages;
    }

    private static String text(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : ShLib.displayStr(node);
    }
}
