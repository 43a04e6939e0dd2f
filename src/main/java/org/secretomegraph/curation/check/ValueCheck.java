package org.secretomegraph.curation.check;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.curation.read.ClaimRow;
import org.secretomegraph.curation.read.SheetErrors;
import org.secretomegraph.curation.term.TermIndex;
import org.secretomegraph.table.CellError;
import org.secretomegraph.table.SheetRule;

/** Cells whose form can be checked without a term: keys, words, publications, addresses, and cells that must be filled. */
final class ValueCheck implements CellCheck {
    static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    /** A key as a study has several: only such a text can be recognised as a key in another column. */
    static final Pattern NUMBERED_KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*-\\d+");
    private static final int FIRST_YEAR = 1950;

    private final TermIndex terms;
    private final SheetErrors errors;
    private final int thisYear;

    /**
     * @param thisYear nothing was published later
     * @param errors   what was found so far
     */
    ValueCheck(TermIndex terms, int thisYear, SheetErrors errors) {
        this.terms = terms;
        this.thisYear = thisYear;
        this.errors = errors;
    }

    @Override
    public Optional<CellError> of(ClaimRow row, ClaimColumn column) {
        String text = row.text(column);
        if (text.isEmpty()) {
            boolean followsIdentifier = column.content() == ClaimColumn.Content.LABEL && !row.has(column.identifiers());
            return column.required() && !followsIdentifier ? Optional.of(empty(column)) : Optional.empty();
        }
        return switch (column) {
            case CLAIM_KEY -> key(text);
            case DOI -> PublicationIdentifiers.doi(text);
            case PMID -> PublicationIdentifiers.pmid(text);
            case PMCID -> PublicationIdentifiers.pmcid(text);
            case YEAR -> year(text);
            case URL -> PublicationIdentifiers.addresses(List.of(text)).or(() -> besideIdentifiers(row));
            case REGISTRATION -> registration(text);
            case SEEN_AT -> PublicationIdentifiers.addresses(row.parts(column));
            default -> column.content() == ClaimColumn.Content.CODE ? word(text, column) : Optional.empty();
        };
    }

    private CellError empty(ClaimColumn column) {
        return CellError.of(SheetRule.REQUIRED, "the cell is empty", "Fill it: " + column.meaning() + ".");
    }

    private static Optional<CellError> key(String text) {
        String meant = keyOf(text);
        CellError error = CellError.of(SheetRule.KEY, "'" + text + "' is not a key",
                "Write lower case letters, digits and single hyphens.");
        return KEY.matcher(text).matches() ? Optional.empty()
                : Optional.of(meant.isEmpty() ? error : error.withSuggestion(meant));
    }

    /** The text in the letters of a key: {@code judge-2026-061} for {@code Judge 2026/061}. */
    static String keyOf(String text) {
        String letters = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return letters.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private Optional<CellError> year(String text) {
        boolean isYear =
                text.matches("\\d{4}") && Integer.parseInt(text) >= FIRST_YEAR && Integer.parseInt(text) <= thisYear;
        if (text.equals(Integer.toString(thisYear + 1))) {
            // Journals date an issue ahead: that is no reason to refuse a sheet.
            return Optional.of(CellError.of(SheetRule.YEAR, "the year " + text + " has not come yet",
                    "Write the year in which the publication appeared first, in print or on the web.").asWarning());
        }
        Matcher within =
                Pattern.compile("\\b(19[5-9]\\d|20\\d\\d)(?!\\d)").matcher(PublicationIdentifiers.digits(text));
        CellError error = CellError.of(SheetRule.YEAR, "'" + text + "' is not a year of a publication",
                "Write four digits, " + FIRST_YEAR + " to " + thisYear + ".");
        return isYear ? Optional.empty()
                : Optional.of(
                        within.find() && !within.group(1).equals(text) ? error.withSuggestion(within.group(1)) : error);
    }

    /** Numbers of registers copied with their address, or parted as a sentence parts them. */
    private static Optional<CellError> registration(String text) {
        String meant = text.replaceAll("https?://\\S*/", "").replaceAll("\\s*[,;]\\s*", " | ")
                .replaceAll("(?i)\\bNCT[\\s:_-]?(?=\\d{8}\\b)", "NCT");
        return meant.equals(text) ? Optional.empty() : Optional.of(CellError.of(SheetRule.REGISTRATION, "'" + text
                + "' is not a number of a register", "Write the number only, several separated by ' | '.")
                .withSuggestion(meant));
    }

    /** The address of a publication that has an identifier is not kept: the identifier leads to the page. */
    private Optional<CellError> besideIdentifiers(ClaimRow row) {
        boolean hasIdentifier = Stream.of(ClaimColumn.DOI, ClaimColumn.PMID, ClaimColumn.PMCID)
                .anyMatch(id -> row.has(id) && !errors.hasError(row, id));
        return hasIdentifier
                ? Optional.of(CellError.of(SheetRule.ADDRESS, "the publication has an identifier; its address"
                        + " would not be kept", "Move the address to column seen_at if it was opened, or delete it.")
                        .asWarning())
                : Optional.empty();
    }

    private Optional<CellError> word(String text, ClaimColumn column) {
        if (terms.codes(column).contains(text)) {
            return Optional.empty();
        }
        String elsewhere = terms.columnOfCode(text).map(other -> ", but one of column " + other.heading()).orElse("");
        CellError error =
                CellError.of(SheetRule.CODE, "'" + text + "' is not a code of column " + column.heading() + elsewhere,
                        "Write one of " + String.join(", ", terms.codes(column)) + ".");
        return Optional.of(terms.suggestedCode(column, text).map(error::withSuggestion).orElse(error));
    }
}
