package org.secretomegraph.curation.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.curation.read.ClaimRow;
import org.secretomegraph.curation.term.TermIndex;
import org.secretomegraph.vocab.EditDistance;

/**
 * Whether a text is of the kind that a column holds, as far as its form and the terms that it names tell. Columns of
 * free text may hold anything; the others are known by their cells.
 */
final class ColumnClassifier {
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d{2}");
    private static final Pattern SENTENCE = Pattern.compile("\\S+( \\S+){2,}[.!?][\"')]?");
    private static final Set<ClaimColumn> FREE =
            EnumSet.of(ClaimColumn.SUBJECT_AS_NAMED, ClaimColumn.PRECONDITIONING_DETAIL,
                    ClaimColumn.MODEL, ClaimColumn.REGIMEN, ClaimColumn.MEASURE, ClaimColumn.TITLE, ClaimColumn.FINDING,
                    ClaimColumn.NOTE, ClaimColumn.REGISTRATION, ClaimColumn.TREATED_NUMBER,
                    ClaimColumn.CONTROL_NUMBER, ClaimColumn.EFFECT_SIZE, ClaimColumn.INTERVAL, ClaimColumn.P_VALUE,
                    ClaimColumn.MATURE_MIRNA);

    private final TermIndex terms;
    private final CooccurrenceModel cooccurrences;

    ColumnClassifier(TermIndex terms, CooccurrenceModel cooccurrences) {
        this.terms = terms;
        this.cooccurrences = cooccurrences;
    }

    /** Whether the column may hold any text. */
    static boolean isFree(ClaimColumn column) {
        return FREE.contains(column);
    }

    /** Whether the text, which is not empty, is what the column holds. */
    boolean fits(ClaimRow row, ClaimColumn column, String text) {
        return switch (column.content()) {
            case KEY -> ValueCheck.NUMBERED_KEY.matcher(text).matches();
            case CODE -> terms.codes(column).contains(text);
            case TERM, TERMS -> isOfTerms(column, ClaimRow.parts(text));
            case LABEL -> isOfLabels(row, column, ClaimRow.parts(text));
            case PUBLICATION -> isOfPublication(column, text);
            case TEXT -> column != ClaimColumn.SEEN_AT
                    || ClaimRow.parts(text).stream().allMatch(PublicationIdentifiers.ADDRESS.asMatchPredicate());
        };
    }

    /** Whether a text that does not fit is a slip for what the column holds, and was meant for no other column. */
    boolean isSlip(ClaimColumn column, String text, String right) {
        return column == ClaimColumn.CLAIM_KEY && ValueCheck.NUMBERED_KEY.matcher(ValueCheck.keyOf(text)).matches()
                || EditDistance.nearest(text, List.of(right)).isPresent()
                || PublicationIdentifiers.isNearly(column, text)
                || column.content() == ClaimColumn.Content.CODE && terms.suggestedCode(column, text).isPresent();
    }

    /** Whether the text is a whole sentence, as findings are and titles are not. */
    static boolean isSentence(String text) {
        return SENTENCE.matcher(text).matches();
    }

    private boolean isOfTerms(ClaimColumn column, List<String> ids) {
        return !ids.isEmpty() && (ids.size() == 1 || column.content() == ClaimColumn.Content.TERMS)
                && ids.stream().allMatch(id -> !terms.labels(id).isEmpty() && isUsed(column, id));
    }

    /** Terms of this ontology stand in other claims' cells of the column; where there are no claims any term may. */
    private boolean isUsed(ClaimColumn column, String id) {
        Set<String> prefixes = cooccurrences.prefixes(column);
        return prefixes.isEmpty() || prefixes.contains(id.substring(0, id.indexOf(':')));
    }

    private boolean isOfLabels(ClaimRow row, ClaimColumn column, List<String> labels) {
        List<String> ids = row.parts(column.identifiers());
        if (!ids.isEmpty() && ids.stream().noneMatch(id -> terms.labels(id).isEmpty())) {
            return terms.areLabels(ids, labels);
        }
        return !labels.isEmpty() && labels.stream().allMatch(label -> terms.withLabel(label).stream()
                .anyMatch(id -> isUsed(column.identifiers(), id)));
    }

    /** A year is a number as a PubMed identifier is, and no publication is known by so old a one. */
    private static boolean isOfPublication(ClaimColumn column, String text) {
        return switch (column) {
            case DOI -> PublicationIdentifiers.DOI.matcher(text).matches();
            case PMID -> PublicationIdentifiers.PMID.matcher(text).matches() && !YEAR.matcher(text).matches();
            case PMCID -> PublicationIdentifiers.PMCID.matcher(text).matches();
            case URL -> PublicationIdentifiers.ADDRESS.matcher(text).matches();
            case YEAR -> YEAR.matcher(text).matches();
            default -> true;
        };
    }

    /** Whether the identifiers of two cells stand beside each other's labels. */
    boolean areCrossed(ClaimRow row, ClaimColumn one, ClaimColumn other) {
        List<String> here = row.parts(one);
        List<String> there = row.parts(other);
        return terms.areLabels(here, row.parts(other.labels())) && terms.areLabels(there, row.parts(one.labels()))
                && !terms.areLabels(here, row.parts(one.labels()));
    }

    /** Whether neither subject nor object is of a kind that the relation joins, and each is of the other's kind. */
    boolean areOfEachOthersKind(ClaimRow row) {
        return fit(row, ClaimColumn.OBJECT, ClaimColumn.SUBJECT) && !mayBeSubject(row, ClaimColumn.SUBJECT)
                && !mayBeObject(row, ClaimColumn.OBJECT);
    }

    /** Whether the relation joins subject and object as they are, and not the other way round. */
    boolean areJoined(ClaimRow row) {
        return fit(row, ClaimColumn.SUBJECT, ClaimColumn.OBJECT) && !fit(row, ClaimColumn.OBJECT, ClaimColumn.SUBJECT);
    }

    private boolean fit(ClaimRow row, ClaimColumn subject, ClaimColumn object) {
        return mayBeSubject(row, subject) && mayBeObject(row, object);
    }

    private boolean mayBeSubject(ClaimRow row, ClaimColumn column) {
        return isJoined(row, column, terms::mayBeSubject);
    }

    private boolean mayBeObject(ClaimRow row, ClaimColumn column) {
        return isJoined(row, column, terms::mayBeObject);
    }

    private boolean isJoined(ClaimRow row, ClaimColumn column, BiPredicate<String, String> by) {
        String relation = row.text(ClaimColumn.RELATION);
        return terms.codes(ClaimColumn.RELATION).contains(relation)
                && row.parts(column).stream().findFirst().filter(term -> by.test(relation, term)).isPresent();
    }
}
