package org.secretomegraph.findings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.engine.constraint.ClassConstraint;
import org.apache.jena.shacl.engine.constraint.ClosedConstraint;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.validation.ReportEntry;
import org.secretomegraph.report.NodeLabels;
import org.secretomegraph.vocab.EditDistance;

/**
 * What was probably meant, where that is cheap to tell: the nearest known name, or a known term with the same number.
 */
final class SuggestionFinder {
    private static final int LIST_AT_MOST = 15;

    private final TermLookup terms;
    /** Thousands of findings can be about the same few values. */
    private final Map<Constraint, Map<String, String>> told = new HashMap<>();

    SuggestionFinder(Graph data) {
        this.terms = new TermLookup(data);
    }

    /** The name or term that was probably meant, or nothing. */
    String of(ReportEntry entry, Optional<Node> value) {
        if (entry.constraint() instanceof ClosedConstraint closed && entry.resultPath() != null) {
            String used = entry.resultPath().toString().replaceAll("[<>]", "");
            return once(closed, used, () -> nearest(used, names(Stream.concat(closed.getExpected().stream(),
                    closed.getIgnoredProperties().stream()))));
        }
        if (value.isEmpty() || !value.get().isURI()) {
            return "";
        }
        String used = value.get().getURI();
        return once(entry.constraint(), used, () -> meant(used, value.get(), entry.constraint()));
    }

    private String meant(String used, Node value, Constraint constraint) {
        if (constraint instanceof ClassConstraint enumeration) {
            return nearest(used, names(terms.instances(enumeration.getExpectedClass()).stream()));
        }
        if (terms.isKnown(value)) {
            return terms.replacement(value);
        }
        // GO:001525 or CL:0001525 for GO:0001525: the same number under another prefix or with other zeros.
        return TermLookup.isName(TermLookup.local(used)) ? nearest(used, terms.names())
                : terms.sameNumber(used).stream().limit(3).collect(Collectors.joining(" or "));
    }

    private String once(Constraint constraint, String used, Supplier<String> meant) {
        return told.computeIfAbsent(constraint, c -> new HashMap<>()).computeIfAbsent(used, u -> meant.get());
    }

    /** All that is allowed, when it is few, as a sentence. */
    String allowed(ReportEntry entry, Optional<Node> value) {
        if (value.isEmpty() || !(entry.constraint() instanceof ClassConstraint enumeration)) {
            return "";
        }
        List<Node> allowed = terms.instances(enumeration.getExpectedClass());
        return allowed.isEmpty() || allowed.size() > LIST_AT_MOST ? ""
                : allowed.stream().map(n -> NodeLabels.shortName(n.getURI()))
                        .collect(Collectors.joining(", ", "Known are ", "."));
    }

    private static List<String> names(Stream<Node> terms) {
        return terms.map(term -> TermLookup.local(term.getURI())).sorted().toList();
    }

    private static String nearest(String used, List<String> known) {
        return EditDistance.nearest(TermLookup.local(used), known).orElse("");
    }
}
