package org.secretomegraph.table;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a cell may hold.
 *
 * @param what      a value in words, with its article
 * @param rule      what a value of another form breaks
 * @param value     the form of one value
 * @param parts     what parts several values; empty when a cell holds one
 * @param remedy    what to do about another value
 * @param hint      what was probably meant by a value of another form
 */
public record ValueFormat(String what, TextCheck rule, Pattern value, Optional<Pattern> parts, String remedy,
        Function<String, Optional<String>> hint) {
    /** Any text. */
    public static final ValueFormat TEXT =
            new ValueFormat("a text", SheetRule.CODE, Pattern.compile("(?s).*"), Optional.empty(), "",
                    v -> Optional.empty());

    /** One value of this form. */
    public static ValueFormat one(String what, TextCheck rule, String value, String remedy) {
        return new ValueFormat(what, rule, Pattern.compile(value), Optional.empty(), remedy, v -> Optional.empty());
    }

    /** One of these words. */
    public static ValueFormat word(String what, List<String> terms) {
        return one(what, SheetRule.CODE, String.join("|", terms.stream().map(Pattern::quote).toList()),
                "Write one of " + String.join(", ", terms) + ".");
    }

    /** Several values of the same form, separated by what this pattern finds. */
    public ValueFormat partedBy(String separator) {
        return new ValueFormat(what, rule, value, Optional.of(Pattern.compile(separator)), remedy, hint);
    }

    /** The same, with what was probably meant by other values. */
    public ValueFormat withHint(Function<String, Optional<String>> hints) {
        return new ValueFormat(what, rule, value, parts, remedy, hints);
    }

    /** The values of a cell that is not empty, in order. */
    public List<String> values(String cell) {
        return parts.map(p -> Arrays.stream(p.split(cell, -1)).map(String::strip).toList()).orElse(List.of(cell));
    }

    /** What is wrong with a cell that is not empty. */
    public Optional<CellError> check(String cell) {
        return values(cell).stream().filter(v -> !value.matcher(v).matches()).findFirst().map(wrong -> {
            CellError error = CellError.of(rule, "'" + RawCell.printable(wrong) + "' is not " + what, remedy);
            return parts.isPresent() ? error : hint.apply(wrong).map(error::withSuggestion).orElse(error);
        });
    }
}
