package org.secretomegraph.linking;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.Location;
import org.secretomegraph.report.Severity;
import org.secretomegraph.vocab.RuleIris;

/** The findings about identifiers, in a curator's words. The names of the rules are their codes. */
public final class IdentifierFindings {
    private IdentifierFindings() {}

    public static Finding malformed(Location place, String written, String problem, String remedy) {
        return finding("form", Severity.VIOLATION, place, written, problem, remedy);
    }

    public static Finding unknownPrefix(Location place, String written, String prefix, String remedy) {
        return finding("prefix", Severity.VIOLATION, place, written, "the prefix " + prefix + " is unknown", remedy);
    }

    public static Finding misspeltPrefix(Location place, String written, String right) {
        return finding("prefixSpelling", Severity.VIOLATION, place, written, "the prefix of '" + written
                + "' is not spelt so", "Write " + right + ".");
    }

    public static Finding unknown(Location place, String written, String source, Optional<String> suggestion,
            Severity severity) {
        return finding("unknown", severity, place, written, written + " is unknown to " + source,
                "Correct the identifier, or look it up in a newer release.").withSuggestion(suggestion.orElse(""));
    }

    /** @param lacks whether the release that withdrew the term should have another one, and has not */
    public static Finding obsolete(Location place, String written, Replacement replacement, UnaryOperator<String> shown,
            Predicate<String> lacks, Severity severity) {
        return switch (replacement) {
            case Replacement.With with when lacks.test(with.term()) -> finding("obsolete", severity, place, written,
                    written
                            + " is withdrawn, replaced by " + shown.apply(with.term())
                            + ", which the release itself lacks",
                    "Look " + shown.apply(with.term()) + " up in a newer release before you use it.");
            case Replacement.With with -> finding("obsolete", severity, place, written,
                    written + " is withdrawn, replaced by "
                            + with.path().stream().map(shown).collect(Collectors.joining(", that by ")),
                    "Use " + shown.apply(with.term()) + ".");
            case Replacement.OneOf one -> finding("obsolete", severity, place, written, written
                    + " is withdrawn, without a single replacement",
                    "Choose what fits: " + list(one.terms(), shown) + ".");
            case Replacement.None none -> finding("obsolete", severity, place, written, written
                    + " is withdrawn, and its source names no replacement",
                    "Look for a term that says it, or for an own one.");
            case Replacement.Cycle cycle -> finding("replacementCycle", severity, place, written, written
                    + " is withdrawn, and its replacements lead in a circle: " + list(cycle.path(), shown),
                    "Choose a term by its definition, and tell the source.");
        };
    }

    public static Finding label(Location place, String written, String stated, String problem, String remedy) {
        return finding("label", Severity.WARNING, place, stated, written + " " + problem, remedy);
    }

    public static Finding kind(Location place, String written, String problem, String remedy) {
        return finding("kind", Severity.VIOLATION, place, written, problem, remedy);
    }

    private static String list(List<String> terms, UnaryOperator<String> shown) {
        return terms.stream().map(shown).collect(Collectors.joining(", "));
    }

    private static Finding finding(String aspect, Severity severity, Location place, String value, String problem,
            String remedy) {
        String rule = RuleIris.NS + "Identifier-" + aspect;
        return Finding.inText(rule, place, problem, remedy).withSeverity(severity).withValue(value);
    }
}
