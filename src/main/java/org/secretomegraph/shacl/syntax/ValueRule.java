package org.secretomegraph.shacl.syntax;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.util.NodeUtils;

/** What the value of a parameter of a shape may be. */
enum ValueRule {
    IRI("an IRI", Node::isURI),
    IRI_OR_LITERAL("an IRI or a literal", node -> !node.isBlank()),
    SHAPE("a shape, which is an IRI or a blank node", node -> !node.isLiteral()),
    LITERAL("a literal", Node::isLiteral),
    TEXT("a string, with or without a language", node -> isString(node) || NodeUtils.isLangString(node)),
    STRING("a string", ValueRule::isString),
    BOOLEAN("true or false", node -> has(node, XSDDatatype.XSDboolean) && node.getLiteralValue() instanceof Boolean),
    INTEGER("an integer such as 1, without quotes, of at most " + Integer.MAX_VALUE, ValueRule::isInteger),
    NODE_KIND("one of sh:IRI, sh:BlankNode, sh:Literal, sh:BlankNodeOrIRI, sh:BlankNodeOrLiteral and sh:IRIOrLiteral",
            node -> NodeKinds.ALL.contains(node)),
    LIST_OF_NODES("a list", node -> true, true),
    LIST_OF_IRIS("a list of IRIs", Node::isURI, true),
    LIST_OF_STRINGS("a list of strings", ValueRule::isString, true),
    LIST_OF_SHAPES("a list of shapes", node -> !node.isLiteral(), true),
    PATTERN("a regular expression", ValueRule::isString) {
        @Override
        Optional<String> problem(Graph shapes, Node value) {
            return super.problem(shapes, value).or(() -> invalidPattern(value));
        }
    };

    private static final class NodeKinds {
        static final Set<Node> ALL = Set.of(SHACL.IRI, SHACL.BlankNode, SHACL.Literal, SHACL.BlankNodeOrIRI,
                SHACL.BlankNodeOrLiteral, SHACL.IRIOrLiteral);
    }

    private final String expected;
    private final Predicate<Node> allowed;
    private final boolean list;

    ValueRule(String expected, Predicate<Node> allowed) {
        this(expected, allowed, false);
    }

    ValueRule(String expected, Predicate<Node> allowed, boolean list) {
        this.expected = expected;
        this.allowed = allowed;
        this.list = list;
    }

    /** What is wrong with a value; empty when it may stand. */
    Optional<String> problem(Graph shapes, Node value) {
        if (!list) {
            return allowed.test(value) ? Optional.empty() : Optional.of(isNot(shapes, value));
        }
        return switch (RdfLists.of(shapes, value)) {
            case RdfLists.Result.Malformed malformed -> Optional.of("must be " + expected + ", but "
                    + (value.isBlank() ? "" : new ShapePlaces(shapes).text(value) + " ") + malformed.problem());
            case RdfLists.Result.Members members -> firstWrong(members.nodes())
                    .map(member -> isNot(shapes, member));
        };
    }

    private Optional<Node> firstWrong(List<Node> members) {
        return members.stream().filter(allowed.negate()).findFirst();
    }

    private String isNot(Graph shapes, Node value) {
        return "must be " + expected + ", not " + new ShapePlaces(shapes).text(value);
    }

    private static boolean has(Node node, XSDDatatype type) {
        return node.isLiteral() && node.getLiteralDatatype().equals(type);
    }

    private static boolean isString(Node node) {
        return has(node, XSDDatatype.XSDstring);
    }

    private static boolean isInteger(Node node) {
        return node.isLiteral() && node.getLiteralDatatype().isValid(node.getLiteralLexicalForm())
                && node.getLiteralValue() instanceof Integer;
    }

    private static Optional<String> invalidPattern(Node pattern) {
        try {
            Pattern.compile(pattern.getLiteralLexicalForm());
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            String reason = e.getDescription().substring(0, 1).toLowerCase(Locale.ROOT)
                    + e.getDescription().substring(1);
            return Optional.of("is not a regular expression: " + reason
                    + (e.getIndex() >= 0 ? " near character " + e.getIndex() : ""));
        }
    }
}
