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
 * Finds suggestions ("did you mean") where they are cheap to compute: the nearest known name, or known terms with the
 * same number.
 */
final class SuggestionFinder {
    private static final int MAX_LISTED = 15;

    private final TermLookup terms;
    /** By constraint and value: thousands of findings can be about the same few values. */
    private final Map<Constraint, Map<String, String>> cache = new HashMap<>();

    SuggestionFinder(Graph data) {
        this.terms = new TermLookup(data);
    }

    /** The suggested name or term; empty when there is none. */
    String of(ReportEntry entry, Optional<Node> value) {
        if (entry.constraint() instanceof ClosedConstraint closed && entry.resultPath() != null) {
            String used = entry.resultPath().toString().replaceAll("[<>]", "");
            return cached(closed, used, () -> nearest(used, names(Stream.concat(closed.getExpected().stream(),
                    closed.getIgnoredProperties().stream()))));
        }
        if (value.isEmpty() || !value.get().isURI()) {
            return "";
        }
        String used = value.get().getURI();
        return cached(entry.constraint(), used, () -> suggest(used, value.get(), entry.constraint()));
    }

    private String suggest(String used, Node value, Constraint constraint) {
        if (constraint instanceof ClassConstraint enumeration) {
            return nearest(used, names(terms.instances(enumeration.getExpectedClass()).stream()));
        }
        if (terms.isKnown(value)) {
            return terms.replacement(value);
        }
        // The same number under another prefix or with other zeros: GO:001525 or CL:0001525 for GO:0001525.
        return TermLookup.isName(TermLookup.local(used)) ? nearest(used, terms.names())
                : terms.sameNumber(used).stream().limit(3).collect(Collectors.joining(" or "));
    }

    private String cached(Constraint constraint, String used, Supplier<String> compute) {
        return cache.computeIfAbsent(constraint, c -> new HashMap<>()).computeIfAbsent(used, u -> compute.get());
    }

    /** The allowed values as a sentence, when they are few; else empty. */
    String allowed(ReportEntry entry, Optional<Node> value) {
        if (value.isEmpty() || !(entry.constraint() instanceof ClassConstraint enumeration)) {
            return "";
        }
        List<Node> allowed = terms.instances(enumeration.getExpectedClass());
        return allowed.isEmpty() || allowed.size() > MAX_LISTED ? ""
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
