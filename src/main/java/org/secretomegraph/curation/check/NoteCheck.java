package org.secretomegraph.curation.check;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.curation.read.ClaimRow;
import org.secretomegraph.table.CellError;
import org.secretomegraph.table.SheetRule;

/** Notes that hold what a column is for: the number of a trial, a dose, the oxygen of a preconditioning. */
final class NoteCheck implements CellCheck {
    private static final Set<String> WITH_STUDY = Set.of("primary", "trial");
    private static final Pattern REGISTER =
            Pattern.compile("\\b(NCT\\d{8}|ChiCTR[\\w-]+|UMIN\\d{9}|ISRCTN\\d{8}|\\d{4}-\\d{6}-\\d{2})\\b");
    private static final Pattern DOSE =
            Pattern.compile("\\d[\\d.,]*\\s?(\u00B5g|\u03BCg|ug|mg|ng|micrograms?|milligrams?"
                    + "|million cells|particles)(\\s?(/|per)\\s?(kg|ml|mouse|rat|animal|dose|day))?\\b");
    private static final Pattern OXYGEN = Pattern.compile("\\d+(\\.\\d+)?\\s?(%|per cent) (O2|oxygen)\\b");

    @Override
    public Optional<CellError> of(ClaimRow row, ClaimColumn column) {
        String note = row.text(ClaimColumn.NOTE);
        if (column != ClaimColumn.NOTE || note.isEmpty()) {
            return Optional.empty();
        }
        Matcher number = REGISTER.matcher(note);
        while (number.find()) {
            if (!row.text(ClaimColumn.REGISTRATION).contains(number.group())) {
                return belongs(number.group(), ClaimColumn.REGISTRATION);
            }
        }
        boolean isOfStudy = WITH_STUDY.contains(row.text(ClaimColumn.STUDY_KIND));
        Matcher dose = DOSE.matcher(note);
        if (isOfStudy && !row.has(ClaimColumn.REGIMEN) && dose.find()) {
            return belongs(dose.group(), ClaimColumn.REGIMEN);
        }
        Matcher oxygen = OXYGEN.matcher(note);
        return row.has(ClaimColumn.PRECONDITIONING) && !row.has(ClaimColumn.PRECONDITIONING_DETAIL) && oxygen.find()
                ? belongs(oxygen.group(), ClaimColumn.PRECONDITIONING_DETAIL) : Optional.empty();
    }

    private static Optional<CellError> belongs(String value, ClaimColumn column) {
        return Optional.of(CellError.of(SheetRule.NOTE, "'" + value + "' belongs into column " + column.heading(),
                "Move it to column " + column.heading() + ", where questions find it.").asWarning());
    }
}
