package org.secretomegraph.curation.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.curation.read.ClaimRow;
import org.secretomegraph.curation.term.TermIndex;
import org.secretomegraph.findings.CellBlame;

/**
 * Of cells that do not go together the odd one is none whose term the row's own sentences speak of: beside "functional
 * recovery after stroke" it is the relation {@code promotes}, and not the object, that is wrong. Who is to be asked of
 * those that are left is another.
 */
final class MentionFilter implements CellBlame {
    private final Map<Long, ClaimRow> rows;
    private final TermIndex terms;
    private final RowText rowText;
    private final CellBlame next;

    MentionFilter(List<ClaimRow> rows, TermIndex terms, CellBlame next) {
        this.rows = rows.stream().collect(Collectors.toMap(ClaimRow::number, Function.identity(), (a, b) -> a));
        this.terms = terms;
        this.rowText = new RowText(terms);
        this.next = next;
    }

    @Override
    public String of(long number, List<String> columns) {
        Optional<ClaimRow> row = Optional.ofNullable(rows.get(number));
        List<String> unmentioned = columns.stream().filter(name -> row.filter(r -> ClaimColumn.named(name)
                .filter(column -> isMentioned(r, column)).isPresent()).isEmpty()).toList();
        return next.of(number, unmentioned.isEmpty() ? columns : unmentioned);
    }

    /** Of subject and object, when one was copied over the other, nobody can tell which one the sentences speak of. */
    private boolean isMentioned(ClaimRow row, ClaimColumn column) {
        boolean isCopied = (column == ClaimColumn.SUBJECT || column == ClaimColumn.OBJECT)
                && row.text(ClaimColumn.SUBJECT).equals(row.text(ClaimColumn.OBJECT));
        return column.holdsTerms() && !isCopied && !isNoRelations(row, column)
                && row.parts(column).stream().anyMatch(id -> rowText.mentions(row, id));
    }

    /**
     * Whether no relation may have the term there: a function of molecules is wrong as an object, whatever is said of
     * it.
     */
    private boolean isNoRelations(ClaimRow row, ClaimColumn column) {
        return row.parts(column).stream()
                .anyMatch(term -> terms.codes(ClaimColumn.RELATION).stream().noneMatch(relation -> switch (column) {
                    case SUBJECT -> terms.mayBeSubject(relation, term);
                    case OBJECT -> terms.mayBeObject(relation, term);
                    default -> true;
                }));
    }
}
