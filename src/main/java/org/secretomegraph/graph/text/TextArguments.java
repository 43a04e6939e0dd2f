package org.secretomegraph.graph.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryBuildException;

/**
 * What stands behind {@code text:query}: properties to look into, the text, and then how many hits at most and the
 * language, in any order.
 *
 * @param text  what to look for, and where
 * @param limit the most hits
 */
record TextArguments(TextQueryParser text, int limit) {
    private static final String LANGUAGE = "lang:";
    private static final String HIGHLIGHT = "highlight:";

    /** Refuses what no values of the query's variables could make right. */
    static void check(List<Node> arguments) {
        List<Node> rest = arguments.stream().dropWhile(Node::isURI).toList();
        if (rest.isEmpty()) {
            throw new QueryBuildException("text:query: no text to look for is given");
        }
        arguments.stream().takeWhile(Node::isURI).filter(property -> SearchField.by(property).isEmpty()).findFirst()
                .ifPresent(property -> {
                    throw new QueryBuildException(
                            "text:query: <" + property.getURI() + "> is not in the index, which has "
                                    + indexed());
                });
        if (rest.get(0).isVariable()) {
            return; // a property perhaps
        }
        if (!isText(rest.get(0))) {
            throw new QueryBuildException("text:query: " + rest.get(0) + " is not a text to look for");
        }
        rest.stream().skip(1).filter(option -> !option.isVariable() && !isOption(option)).findFirst()
                .ifPresent(option -> {
                    throw new QueryBuildException("text:query: " + option + (isText(option) && option
                            .getLiteralLexicalForm()
                            .startsWith(HIGHLIGHT) ? " is not offered here; leave it out"
                                    : " is not understood; after the text come a number of hits and \"lang:en\""));
                });
    }

    private static String indexed() {
        return Stream.of(SearchField.values()).flatMap(said -> said.properties().stream())
                .map(property -> "<" + property.getURI()
                        + ">")
                .collect(Collectors.joining(" "));
    }

    /** The arguments of one row; empty when they hold a value that cannot match. */
    static Optional<TextArguments> of(List<Node> arguments) {
        List<Node> properties = arguments.stream().takeWhile(Node::isURI).toList();
        List<Node> rest = arguments.subList(properties.size(), arguments.size());
        boolean fits = properties.stream().allMatch(property -> SearchField.by(property).isPresent()) && !rest.isEmpty()
                && isText(rest.get(0)) && rest.stream().skip(1).allMatch(TextArguments::isOption);
        return fits ? Optional.of(fitting(properties, rest.get(0), rest.subList(1, rest.size()))) : Optional.empty();
    }

    private static TextArguments fitting(List<Node> properties, Node text, List<Node> options) {
        List<String> fields =
                properties.isEmpty() ? List.of(IndexSchema.NAME) : properties.stream().map(IndexSchema::of).toList();
        int limit = options.stream().filter(TextArguments::isNumber).findFirst().map(TextArguments::limit)
                .orElse(Integer.MAX_VALUE);
        Optional<String> language = Stream.concat(Stream.of(text.getLiteralLanguage()),
                options.stream().filter(TextArguments::isText).map(option -> option.getLiteralLexicalForm()
                        .substring(LANGUAGE.length())))
                .filter(tag -> !tag.isEmpty()).findFirst();
        return new TextArguments(new TextQueryParser(fields, text.getLiteralLexicalForm(), language), limit);
    }

    private static boolean isText(Node node) {
        return node.isLiteral() && (node.getLiteralDatatype().equals(XSDDatatype.XSDstring)
                || !node.getLiteralLanguage().isEmpty());
    }

    private static boolean isOption(Node node) {
        return isNumber(node) || isText(node) && node.getLiteralLexicalForm().startsWith(LANGUAGE);
    }

    private static boolean isNumber(Node node) {
        return node.isLiteral() && node.getLiteral().isWellFormed()
                && (node.getLiteralValue() instanceof Integer || node.getLiteralValue() instanceof Long);
    }

    /** A negative number means all, as in jena-text. */
    private static int limit(Node number) {
        long limit = ((Number) number.getLiteralValue()).longValue();
        return limit < 0 ? Integer.MAX_VALUE : (int) Math.min(Integer.MAX_VALUE, limit);
    }
}
