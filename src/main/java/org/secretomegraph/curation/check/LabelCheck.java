package org.secretomegraph.curation.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.curation.read.ClaimRow;
import org.secretomegraph.curation.read.SheetErrors;
import org.secretomegraph.curation.term.TermIndex;
import org.secretomegraph.table.CellError;
import org.secretomegraph.table.SheetRule;

/** Cells of labels: an identifier beside another term's label is the slip that no rule on the graph can see. */
final class LabelCheck implements CellCheck {
    private final TermIndex terms;
    private final SheetErrors errors;

    /** @param errors what was found so far: beside a broken identifier no label can be judged */
    LabelCheck(TermIndex terms, SheetErrors errors) {
        this.terms = terms;
        this.errors = errors;
    }

    @Override
    public Optional<CellError> of(ClaimRow row, ClaimColumn column) {
        if (column.content() != ClaimColumn.Content.LABEL || !errors.hasColumn(column.identifiers())
                || errors.hasError(row, column.identifiers())) {
            return Optional.empty();
        }
        List<String> ids = row.parts(column.identifiers());
        List<String> labels = row.parts(column);
        String right = ids.stream().map(id -> terms.labelOf(id).orElse("")).collect(Collectors.joining(" | "));
        if (ids.size() != labels.size()) {
            return Optional
                    .of(CellError.of(labels.isEmpty() && column.required() ? SheetRule.REQUIRED : SheetRule.LABEL_COUNT,
                            ids.size() + (ids.size() == 1 ? " identifier, " : " identifiers, ") + labels.size()
                                    + (labels.size() == 1 ? " label" : " labels"),
                            "Give a label for each identifier, in the same order.").withSuggestion(right));
        }
        for (int i = 0; i < ids.size(); i++) {
            if (terms.labels(ids.get(i)).stream().noneMatch(labels.get(i)::equalsIgnoreCase)) {
                return Optional.of(disagreement(ids.get(i), labels.get(i), column).withSuggestion(
                        suggestion(right, labels.get(i), column)));
            }
        }
        return IntStream.range(0, ids.size()).filter(i -> !terms.labels(ids.get(i)).contains(labels.get(i))).boxed()
                .findFirst()
                .map(i -> otherCase(ids.get(i), labels.get(i)).withSuggestion(right));
    }

    /**
     * Spreadsheets begin cells with a capital letter; but {@code Tnf} is a gene of mice, and {@code TNF} one of
     * people.
     */
    private CellError otherCase(String id, String label) {
        return CellError
                .of(SheetRule.LABEL, id + " is " + terms.labelOf(id).orElse("unknown") + ", and its label cell writes "
                        + label + ": capital and small letters differ", "Write the label as the ontology has it.")
                .asWarning();
    }

    private CellError disagreement(String id, String label, ClaimColumn column) {
        return CellError.of(SheetRule.LABEL,
                id + " is " + terms.labelOf(id).orElse("unknown") + ", but its label cell says "
                        + label,
                "Correct column " + column.identifiers().heading() + " or " + column.heading() + ".");
    }

    /** The label that belongs to the identifier; and when the label is another term's, that term's identifier too. */
    private String suggestion(String right, String label, ClaimColumn column) {
        List<String> others = terms.withLabel(label);
        return others.isEmpty() ? right : right + ", or " + String.join(" or ", others) + " in column "
                + column.identifiers().heading();
    }
}
