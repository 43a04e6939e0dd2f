package org.secretomegraph.vocab;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Greek letters in names: as a sign, by name, or by the Latin letter that stands for it (TGF-β, TGF-beta, TGFB). */
final class GreekLetters {
    private static final List<String> NAMES =
            List.of("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta",
                    "iota", "kappa", "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau",
                    "upsilon", "phi",
                    "chi", "psi", "omega");
    /** Those that gene symbols write as a Latin letter. The others keep their names. */
    private static final List<String> ABBREVIATED = List.of("alpha", "beta", "gamma", "delta", "epsilon", "kappa");
    private static final char FIRST = 'α';
    /** A name glued to an abbreviation, with at most a letter behind: TGFbeta, IFNgamma, NFkappaB. */
    private static final Pattern GLUED = Pattern.compile("([a-z]{0,5}?)(alpha|beta|gamma|delta|epsilon|kappa)([a-z]?)");

    private GreekLetters() {}

    /** The name of a lower case Greek letter. */
    static Optional<String> name(int letter) {
        int index = letter - FIRST;
        return index >= 0 && index < NAMES.size() ? Optional.of(NAMES.get(index)) : Optional.empty();
    }

    static boolean isName(String word) {
        return NAMES.contains(word);
    }

    static String abbreviation(String name) {
        return ABBREVIATED.contains(name) ? name.substring(0, 1) : name;
    }

    /** The parts of a word that a Greek letter's name is glued into. */
    static Optional<Matcher> glued(String word) {
        Matcher parts = GLUED.matcher(word);
        return parts.matches() && !word.equals(parts.group(2)) ? Optional.of(parts) : Optional.empty();
    }
}
