package org.secretomegraph.vocab;

/**
 * A run of letters, a run of digits, or a Greek letter, by whichever spelling.
 *
 * @param text  in lower case, without accents; a Greek letter by its name
 * @param kind  which of the three
 * @param start where it begins in what was written
 * @param end   where it ends
 */
public record NameToken(String text, Kind kind, int start, int end) {
    enum Kind { LETTERS, DIGITS, GREEK }

    /** Whether it can belong to the name before it, as 6 to IL, beta to TGF, A to VEGF. */
    boolean isTail() {
        return kind != Kind.LETTERS || text.length() == 1;
    }

    /** How it is written as part of a name: TGF-beta is TGFb. */
    String glued() {
        return kind == Kind.GREEK ? GreekLetters.abbreviation(text) : text;
    }
}
