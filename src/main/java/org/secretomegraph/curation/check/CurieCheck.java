package org.secretomegraph.curation.check;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.curation.read.ClaimRow;
import org.secretomegraph.curation.read.HeaderCheck;
import org.secretomegraph.curation.term.TermIndex;
import org.secretomegraph.table.CellError;
import org.secretomegraph.table.SheetRule;
import org.secretomegraph.vocab.Curie;
import org.secretomegraph.vocab.EditDistance;

/** Cells of CURIEs: their form, their prefixes, and whether the graph knows the terms. */
final class CurieCheck implements CellCheck {
    private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9]*:[A-Za-z0-9][A-Za-z0-9_.-]*");
    private static final Pattern NEARLY = Pattern.compile("([A-Za-z]+)\\s*[:_;.-]?\\s*(\\d+)");

    private final TermIndex terms;
    private final CooccurrenceModel cooccurrences;
    private final RowText rowText;
    private final Map<String, String> declared;
    private final Set<String> reportedPrefixes = new HashSet<>();

    /** @param declared the prefixes that the header declares */
    CurieCheck(TermIndex terms, CooccurrenceModel cooccurrences, Map<String, String> declared) {
        this.terms = terms;
        this.cooccurrences = cooccurrences;
        this.rowText = new RowText(terms);
        this.declared = declared;
        declared.forEach(
                (prefix, address) -> HeaderCheck.intendedPrefix(prefix, address).ifPresent(reportedPrefixes::add));
    }

    @Override
    public Optional<CellError> of(ClaimRow row, ClaimColumn column) {
        if (!column.holdsTerms()) {
            return Optional.empty();
        }
        List<String> labels = row.parts(column.labels());
        if (!row.has(column)) {
            return labels.isEmpty() ? Optional.empty() : Optional.of(suggest(CellError.of(SheetRule.LABEL_COUNT,
                    "a label is beside no identifier", "Give its CURIE."), labels.get(0)));
        }
        List<String> ids = row.parts(column);
        if (column.content() == ClaimColumn.Content.TERM && ids.size() > 1) {
            return Optional.of(CellError.of(SheetRule.CURIE, "the cell holds " + ids.size() + " identifiers",
                    "Give one; make a row for each when the publication speaks of several."));
        }
        if (new HashSet<>(ids).size() < ids.size()) {
            return Optional
                    .of(CellError.of(SheetRule.CURIE, "the cell holds an identifier twice", "Drop one of them."));
        }
        for (int i = 0; i < ids.size(); i++) {
            Optional<CellError> error = identifier(ids.get(i), i < labels.size() ? labels.get(i) : "");
            if (error.isPresent()) {
                return error;
            }
        }
        return ids.size() == 1 && labels.size() == 1 ? beside(row, column, ids.get(0), labels.get(0))
                : column.content() == ClaimColumn.Content.TERMS ? lacking(ids, labels) : Optional.empty();
    }

    /**
     * More labels than identifiers, each of a term, and those of the identifiers among them: an identifier was lost.
     */
    private Optional<CellError> lacking(List<String> ids, List<String> labels) {
        List<List<String>> called = labels.stream().map(terms::withLabel).toList();
        boolean areLost = ids.size() < labels.size() && called.stream().noneMatch(List::isEmpty)
                && ids.stream().allMatch(id -> called.stream().anyMatch(named -> named.contains(id)));
        return areLost ? Optional.of(CellError.of(SheetRule.LABEL_COUNT, ids.size() + (ids.size() == 1 ? " identifier, "
                : " identifiers, ") + labels.size() + " labels",
                "Give an identifier for each label, in the same order, or drop"
                        + " the label.")
                .withSuggestion(called.stream().map(named -> named.stream().filter(ids::contains).findFirst()
                        .orElse(named.get(0))).collect(Collectors.joining(" | "))))
                : Optional.empty();
    }

    /**
     * The identifier of one term beside the label of another: the one is wrong that other claims have not together
     * with the other cells of the row, and of two that are as usual there the one that the row's sentences do not
     * speak of. Here the identifier is reportedPrefixes; the label is reportedPrefixes when its turn comes.
     */
    private Optional<CellError> beside(ClaimRow row, ClaimColumn column, String id, String label) {
        List<String> called = terms.withLabel(label);
        if (called.isEmpty() || called.contains(id)) {
            return Optional.empty();
        }
        return called.stream().filter(other -> isRather(row, column, other, id)).findFirst()
                .map(other -> CellError
                        .of(SheetRule.LABEL, terms.labelled(id) + " is beside the label of " + terms.labelled(other),
                                "Correct column " + column.heading() + ", or its label.")
                        .withSuggestion(terms.labelled(other)));
    }

    private boolean isRather(ClaimRow row, ClaimColumn column, String other, String id) {
        long more = cooccurrences.count(row, column, other) - cooccurrences.count(row, column, id);
        return more > 0 || more == 0 && rowText.mentionsOnly(row, other, id);
    }

    private Optional<CellError> identifier(String id, String label) {
        if (!FORM.matcher(id).matches()) {
            CellError error = CellError.of(SheetRule.CURIE, "'" + id + "' is not an identifier",
                    "Write prefix, colon and number without spaces, several separated by ' | '.");
            return Optional.of(nearlyAnIdentifier(id).map(error::withSuggestion)
                    .orElseGet(() -> suggest(error, terms.withLabel(id).isEmpty() ? label : id)));
        }
        String prefix = id.substring(0, id.indexOf(':'));
        if (Curie.expand(id).isEmpty()) {
            CellError error = CellError.of(SheetRule.PREFIX, "the prefix " + prefix + " is unknown",
                    "Known are " + String.join(", ", Curie.prefixes()) + ".");
            return Optional
                    .of(withKnownPrefix(id, prefix, label).map(error::withSuggestion)
                            .orElseGet(() -> suggest(error, label)));
        }
        if (terms.labels(id).isEmpty()) {
            CellError error = CellError.of(SheetRule.TERM, "nothing is known of " + id,
                    "Correct the identifier, or add its term to"
                            + " ontology/imports.");
            return Optional.of(suggestFor(id, error, label));
        }
        if (terms.isObsolete(id)) {
            CellError error = CellError.of(SheetRule.OBSOLETE, terms.labelled(id) + " is obsolete",
                    "Use the term that replaces it, and its label.");
            return Optional.of(terms.replacement(id).map(by -> error.withSuggestion(terms.labelled(by))).orElse(error));
        }
        return undeclared(prefix);
    }

    /** A prefix that the header forgot is one mistake, reportedPrefixes where the prefix is first used. */
    private Optional<CellError> undeclared(String prefix) {
        boolean isFine = declared.isEmpty() || declared.containsKey(prefix) || !reportedPrefixes.add(prefix);
        return isFine ? Optional.empty() : Optional.of(CellError.of(
                SheetRule.PREFIX, "the prefix " + prefix + " is not declared in the header",
                "Add '#   " + prefix + ": " + Curie.namespace(prefix).orElse("") + "' below '# prefixes:'."));
    }

    /** {@code GO_0001525} and {@code GO 0001525}, the address of the term, and the term with its label. */
    private Optional<String> nearlyAnIdentifier(String id) {
        if (id.contains("://")) {
            return Stream.of(id, id.replaceFirst("^https:", "http:"), id.replaceFirst("^http:", "https:"))
                    .flatMap(iri -> Curie.compact(iri.replaceAll("^<|>$", "")).stream()).findFirst();
        }
        var nearly = NEARLY.matcher(id);
        if (nearly.matches()) {
            String curie = nearly.group(1) + ":" + nearly.group(2);
            return terms.labels(curie).isEmpty() ? Optional.empty() : Optional.of(terms.labelled(curie));
        }
        String parted = id.replaceAll("^[\\s,;|]+|[\\s,;|]+$", "")
                .replaceAll("\\s*(?:[,;/&+\\uFF5C\\u00A6\\u2502]|\\band\\b)\\s*|\\s+", " | ");
        if (Arrays.stream(parted.split(" \\| ")).allMatch(part -> FORM.matcher(part).matches())) {
            return Optional.of(parted);
        }
        List<String> known = Arrays.stream(id.split("[\\s()\\[\\],;|]+")).filter(part -> FORM.matcher(part).matches()
                && !terms.labels(part).isEmpty()).toList();
        return known.size() == 1 ? Optional.of(terms.labelled(known.get(0))) : Optional.empty();
    }

    private Optional<String> withKnownPrefix(String id, String prefix, String label) {
        String local = id.substring(id.indexOf(':') + 1);
        return Curie.prefixes().stream().filter(prefix::equalsIgnoreCase).findFirst()
                .or(() -> EditDistance.nearest(prefix, Curie.prefixes())).map(p -> p + ":" + local)
                .filter(curie -> !terms.labels(curie).isEmpty()
                        && (label.isEmpty() || terms.labels(curie).stream().anyMatch(label::equalsIgnoreCase)))
                .map(terms::labelled);
    }

    /** The identifier whose label stands beside. */
    private CellError suggest(CellError error, String label) {
        List<String> named = terms.withLabel(label);
        if (!named.isEmpty()) {
            return error.withSuggestion(String.join(" or ", named));
        }
        return label.isEmpty() ? error : terms.nearestLabel(label).map(terms::withLabel)
                .map(near -> error.withSuggestion(terms.labelled(near.get(0)))).orElse(error);
    }

    private CellError suggestFor(String id, CellError error, String label) {
        if (!terms.withLabel(label).isEmpty()) {
            return suggest(error, label);
        }
        List<String> same = terms.sameNumber(id);
        return same.isEmpty() || same.size() > 3 ? suggest(error, label)
                : error.withSuggestion(String.join(" or ", same.stream().map(terms::labelled).toList()));
    }
}
