package org.secretomegraph.curation.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.curation.read.ClaimRow;
import org.secretomegraph.table.CellError;
import org.secretomegraph.table.SheetRule;

/** Cells of several parts: on both sides of a bar stands one. */
final class ListCheck implements CellCheck {
    @Override
    public Optional<CellError> of(ClaimRow row, ClaimColumn column) {
        String text = row.text(column);
        if (text.indexOf('|') < 0 || Arrays.stream(text.split("\\|", -1)).noneMatch(String::isBlank)) {
            return Optional.empty();
        }
        List<String> parts = row.parts(column);
        return rule(row, column, parts).map(rule -> CellError.of(rule, "nothing is on one side of a '|'",
                "Delete the bar, or write what is missing.").withSuggestion(String.join(" | ", parts)));
    }

    /** Of labels that are fewer than their identifiers another rule can say which is missing. */
    private static Optional<SheetRule> rule(ClaimRow row, ClaimColumn column, List<String> parts) {
        return switch (column.content()) {
            case TERM, TERMS -> Optional.of(SheetRule.CURIE);
            case LABEL -> parts.size() == row.parts(column.identifiers()).size() ? Optional.of(SheetRule.LABEL_COUNT)
                    : Optional.empty();
            default -> column == ClaimColumn.SEEN_AT ? Optional.of(SheetRule.ADDRESS)
                    : column == ClaimColumn.REGISTRATION ? Optional.of(SheetRule.REGISTRATION) : Optional.empty();
        };
    }
}
