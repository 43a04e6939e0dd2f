package org.secretomegraph.curation.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.curation.read.ClaimRow;
import org.secretomegraph.table.CellError;
import org.secretomegraph.table.SheetRule;

/** How publications are identified and addressed, and what was meant where the form is another one. */
final class PublicationIdentifiers {
    static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}/[!-~]*[!-~&&[^.,;]]");
    static final Pattern PMID = Pattern.compile("[1-9]\\d{0,7}");
    static final Pattern PMCID = Pattern.compile("PMC[1-9]\\d*");
    static final Pattern ADDRESS = Pattern.compile("https?://(?!https?:)[^\\s|]+\\.[^\\s|]+");
    /** Marks that are copied along with what stands between them. */
    private static final Pattern WRAPPED = Pattern.compile("[<(\\[{\"'](.*)[>)\\]}\"']");
    /**
     * A DOI behind an address or its name; the zero a letter, the beginning lost, the slash or the dot another mark.
     */
    private static final Pattern DOI_WITHIN = Pattern.compile("(?i)(?:(?:https?:/*\\S*?/|[\\w.]+\\.org/)(?=1[0O][.,])"
            + "|doi[:.\\s]*)?(?:1?[0O][.,]\\s?|\\.)?(\\d{4,9})\\s?/\\s?(\\S+?)[.,;]*");
    private static final Pattern PMID_WITHIN =
            Pattern.compile("(?i)(?:https?://\\S*/)?(?:pubmed|pm)?[\\s_-]?(?:id)?[\\s:#._=-]*"
                    + "0*([1-9]\\d{0,7})[/.,;]*");
    /** The letters in any order, or none of them. */
    private static final Pattern PMCID_WITHIN =
            Pattern.compile("(?i)(?:https?://\\S*/)?(?:pmcid[\\s:#._-]*)?[pmc]{0,4}[\\s:#._-]*"
                    + "([1-9]\\d{4,})(?:\\.\\d+)?[/.,;]*");
    private static final Pattern SEVERAL = Pattern.compile("(?:[,;]\\s*|\\s+)(?=https?://)");
    private static final Pattern SCHEME = Pattern.compile("(?i)^h?t{1,3}ps?\\s*[:;]?\\s*[/\\\\]{1,3}\\s*");
    private static final Pattern BARE = Pattern.compile("(\\w[\\w-]*\\.)+[a-z]{2,}(/[^\\s|]*)?");
    private static final Pattern LIKE_ZERO = Pattern.compile("(?<=\\d)[Oo]|[Oo](?=\\d)");
    private static final Pattern LIKE_ONE = Pattern.compile("(?<=\\d)[lI]|[lI](?=\\d)");

    private PublicationIdentifiers() {}

    /** What is wrong with a cell of a DOI. */
    static Optional<CellError> doi(String text) {
        return form(DOI, text, "a DOI", "a DOI that begins with 10. and has no address before it", within(DOI_WITHIN,
                bare(text).replaceAll("(?i)%2F", "/").replace('\\', '/').replaceAll("[\\u2010-\\u2015\\u2212]", "-"))
                .map(m -> "10." + m.group(1) + "/" + m.group(2)));
    }

    /** What is wrong with a cell of a PubMed identifier. */
    static Optional<CellError> pmid(String text) {
        return form(PMID, text, "a PubMed identifier", "a number of up to eight digits",
                within(PMID_WITHIN, digits(bare(text))).map(m -> m.group(1)));
    }

    /** What is wrong with a cell of a PubMed Central identifier. */
    static Optional<CellError> pmcid(String text) {
        return form(PMCID, text, "a PubMed Central identifier", "PMC and digits",
                within(PMCID_WITHIN, digits(bare(text))).map(m -> "PMC" + m.group(1)));
    }

    /** Whether the text is what the column holds but for its form, and was meant for no other column. */
    static boolean isNearly(ClaimColumn column, String text) {
        Optional<CellError> error = switch (column) {
            case DOI -> doi(text);
            case PMID -> pmid(text.replaceAll("(?<=\\d)[,.' ](?=\\d{3})", ""));
            case PMCID -> pmcid(text);
            case URL, SEEN_AT -> addresses(ClaimRow.parts(text));
            default -> Optional.of(CellError.of(SheetRule.PUBLICATION_ID, "", ""));
        };
        return error.isEmpty()
                || !error.get().suggestion().isEmpty() && !error.get().suggestion().startsWith("column ");
    }

    private static Optional<CellError> form(Pattern right, String text, String what, String form,
            Optional<String> meant) {
        if (right.matcher(text).matches()) {
            return Optional.empty();
        }
        CellError error = CellError.of(SheetRule.PUBLICATION_ID, "'" + text + "' is not the form of " + what,
                "Write " + form + ".");
        return Optional
                .of(meant.filter(right.asMatchPredicate()).or(() -> columnOf(text)).map(error::withSuggestion)
                        .orElse(error));
    }

    private static Optional<Matcher> within(Pattern form, String text) {
        return Optional.of(form.matcher(text)).filter(Matcher::matches);
    }

    /** The column that the text belongs to by its form, as a suggestion. */
    private static Optional<String> columnOf(String text) {
        return DOI.matcher(text).matches() ? Optional.of("column doi")
                : PMCID.matcher(text).matches() ? Optional.of("column pmcid")
                        : PMID.matcher(text).matches() ? Optional.of("column pmid") : Optional.empty();
    }

    private static String bare(String text) {
        Matcher wrapped = WRAPPED.matcher(text);
        return (wrapped.matches() ? wrapped.group(1) : text).strip();
    }

    /** Digits of any script, and letters that look like digits beside them, as the digits of ASCII. */
    static String digits(String text) {
        String ascii = text.codePoints().map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return LIKE_ONE.matcher(LIKE_ZERO.matcher(ascii).replaceAll("0")).replaceAll("1");
    }

    /** What is wrong with a cell of addresses; what was meant is the whole cell. */
    static Optional<CellError> addresses(List<String> parts) {
        return parts.stream().filter(part -> !isAddress(part)).findFirst().map(bad -> {
            CellError error = CellError.of(SheetRule.ADDRESS, "'" + bad + "' is not a web address",
                    "Write the whole address, beginning with https://, several separated by ' | '.");
            List<String> meant = parts.stream().map(part -> isAddress(part) ? part : meantAddress(part)).toList();
            return meant.stream().flatMap(part -> ClaimRow.parts(part).stream())
                    .allMatch(PublicationIdentifiers::isAddress)
                            ? error.withSuggestion(String.join(" | ", meant)) : error;
        });
    }

    private static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches() && !SEVERAL.matcher(text).find();
    }

    private static String meantAddress(String text) {
        Optional<String> doi = doi(text).map(CellError::suggestion).filter(DOI.asMatchPredicate());
        if (DOI.matcher(text).matches() || text.matches("(?i)doi.*") && doi.isPresent()) {
            return "https://doi.org/" + doi.orElse(text);
        }
        if (text.matches("(?i)pmid\\W*\\d+")) {
            return "https://pubmed.ncbi.nlm.nih.gov/" + text.replaceAll("\\D", "") + "/";
        }
        if (PMCID.matcher(text).matches()) {
            return "https://pmc.ncbi.nlm.nih.gov/articles/" + text + "/";
        }
        String whole = text.matches("https?://\\S.*") ? text : SCHEME.matcher(text).replaceFirst("https://");
        return BARE.matcher(text).matches() ? "https://" + text : SEVERAL.matcher(whole).replaceAll(" | ");
    }
}
