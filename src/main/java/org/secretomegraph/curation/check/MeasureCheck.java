package org.secretomegraph.curation.check;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.curation.read.ClaimRow;
import org.secretomegraph.table.CellError;
import org.secretomegraph.table.SheetRule;

/** Measures of transcripts beside a relation of release: a gene that is read more is not yet a protein that leaves. */
final class MeasureCheck implements CellCheck {
    private static final Set<String> RELEASE = Set.of("secretedBy", "increasesSecretionOf", "decreasesSecretionOf",
            "changesSecretionOf");
    private static final Pattern TRANSCRIPT = Pattern.compile("(?i)\\b(mRNAs?|gene expression|transcripts?|transcriptom\\w+"
            + "|(RT-?)?q?PCR|RNA-?seq\\w*|expression of (the )?genes?)\\b");
    private static final Pattern RELEASED = Pattern.compile("(?i)\\b(proteins?|ELISA|secret\\w+|releas\\w+|medium|media"
            + "|supernatants?|vesicles?|exosom\\w+|array)\\b");

    @Override
    public Optional<CellError> of(ClaimRow row, ClaimColumn column) {
        String measure = row.text(ClaimColumn.MEASURE);
        boolean isTranscript = column == ClaimColumn.RELATION && RELEASE.contains(row.text(column))
                && TRANSCRIPT.matcher(measure).find() && !RELEASED.matcher(measure).find();
        return isTranscript ? Optional.of(CellError.of(SheetRule.EXPRESSION,
                "the measure '" + measure + "' is of transcripts, the relation is of release",
                "Use a relation of expression, or write in measure what was found outside the cells.").asWarning())
                : Optional.empty();
    }
}
