package org.secretomegraph.curation.check;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.secretomegraph.table.CellError;
import org.secretomegraph.table.SheetRule;

/** What is copied from the source of a web page instead of from the page: characters by their names, and markup. */
final class HtmlResidueCheck {
    private static final Pattern REFERENCE = Pattern.compile("&(#\\d{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z]{2,8});");
    private static final Pattern MARKUP =
            Pattern.compile("</?(i|b|em|strong|su[bp]|p|br|span|div|a|font|h\\d)( [^<>]*)?/?>",
                    Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> NAMED = Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'",
            "nbsp", " ", "micro", "\u00B5", "deg", "\u00B0", "plusmn", "\u00B1", "times", "\u00D7");

    private HtmlResidueCheck() {}

    static Optional<CellError> of(String text) {
        Matcher reference = REFERENCE.matcher(text);
        Matcher markup = MARKUP.matcher(text);
        if (!reference.find() && !markup.find()) {
            return Optional.empty();
        }
        String meant = REFERENCE.matcher(MARKUP.matcher(text).replaceAll(""))
                .replaceAll(m -> Matcher.quoteReplacement(character(m.group(1)).orElse(m.group())));
        boolean isReference = reference.reset().find();
        CellError error = isReference
                ? CellError.of(SheetRule.CHARACTER, "'" + reference.group() + "' is how web pages write a character",
                        "Type the character itself.")
                : CellError.of(SheetRule.CHARACTER, "'" + markup.group() + "' is markup of a web page",
                        "Delete it.");
        return Optional
                .of(REFERENCE.matcher(meant).find() || meant.isBlank() ? error : error.withSuggestion(meant.strip()));
    }

    private static Optional<String> character(String name) {
        try {
            return name.startsWith("#x") ? Optional.of(Character.toString(Integer.parseInt(name.substring(2), 16)))
                    : name.startsWith("#") ? Optional.of(Character.toString(Integer.parseInt(name.substring(1))))
                            : Optional.ofNullable(NAMED.get(name)).or(() -> greek(name));
        } catch (IllegalArgumentException e) {
            // There is no such character.
            return Optional.empty();
        }
    }

    /** {@code alpha} and {@code Delta}, by the letter's name in Unicode. */
    private static Optional<String> greek(String name) {
        String size = Character.isUpperCase(name.charAt(0)) ? "CAPITAL" : "SMALL";
        String letter = name.toUpperCase(Locale.ROOT).replace("LAMBDA", "LAMDA");
        return Optional.of(Character.toString(Character.codePointOf("GREEK " + size + " LETTER " + letter)));
    }
}
