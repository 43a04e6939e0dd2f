package org.secretomegraph.linking.match;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names that differ in spelling only become one: case, accents, punctuation, Greek letters as signs or spelt, British
 * and
 * American spelling, plural, and the order of the words.
 */
public final class LabelFolding {
    private static final Map<Integer, String> GREEK = greek();
    private static final Pattern BOUNDARY = Pattern.compile("(?<=[a-z])(?=\\d)|(?<=\\d)(?=[a-z])");
    /** A Greek letter spelt at the end of an abbreviation: TGFbeta, IFNgamma. */
    private static final Pattern GLUED =
            Pattern.compile("\\b([a-z]{1,5}?)(alpha|beta|gamma|delta|epsilon|kappa|omega|sigma)\\b");
    private static final Set<String> STOPS = Set.of("of", "the", "a", "an", "by", "in", "and", "with", "from", "for");
    /** British to American, where a whole part of a word shows it. Order matters: the longer part first. */
    private static final List<Map.Entry<String, String>> AMERICAN = List.of(
            Map.entry("anaesth", "anesth"), Map.entry("haem", "hem"), Map.entry("aemi", "emi"),
            Map.entry("oedem", "edem"),
            Map.entry("oestr", "estr"), Map.entry("oesoph", "esoph"), Map.entry("foet", "fet"),
            Map.entry("coeli", "celi"),
            Map.entry("paed", "ped"), Map.entry("leuk", "leuc"), Map.entry("tumour", "tumor"),
            Map.entry("colour", "color"),
            Map.entry("behaviour", "behavior"), Map.entry("fibre", "fiber"), Map.entry("centre", "center"),
            Map.entry("litre", "liter"), Map.entry("isation", "ization"), Map.entry("ising", "izing"),
            Map.entry("ised", "ized"),
            Map.entry("lysing", "lyzing"), Map.entry("lysed", "lyzed"), Map.entry("yse", "yze"),
            Map.entry("ise", "ize"),
            Map.entry("orrhoea", "orrhea"), Map.entry("sulph", "sulf"), Map.entry("grey", "gray"),
            Map.entry("ageing", "aging"),
            Map.entry("labelling", "labeling"), Map.entry("modelling", "modeling"));

    private LabelFolding() {}

    /** The name in lower case, without accents and surrounding space, as far as case alone makes it equal. */
    static String caseFolded(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    /** The name folded in every way; empty for a name without letters and digits. */
    static String folded(String name) {
        StringBuilder spelt = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFKD).codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .map(Character::toLowerCase)
                .forEach(c -> spelt.append(GREEK.containsKey(c) ? " " + GREEK.get(c) + " " : Character.toString(c)));
        String spaced = BOUNDARY.matcher(spelt.toString().replaceAll("(?<=\\w)['’]s\\b", "")
                .replaceAll("[^a-z0-9]+", " ")).replaceAll(" ").strip();
        return Arrays.stream(GLUED.matcher(spaced).replaceAll("$1 $2").split(" "))
                .filter(word -> !word.isEmpty() && !STOPS.contains(word))
                .map(LabelFolding::american).map(LabelFolding::singular).sorted().collect(Collectors.joining(" "));
    }

    private static String american(String word) {
        String changed = word;
        for (Map.Entry<String, String> spelling : AMERICAN) {
            changed = changed.replace(spelling.getKey(), spelling.getValue());
        }
        return changed;
    }

    private static String singular(String word) {
        if (word.length() < 4 || word.matches(".*(ss|us|is|ous)")) {
            return word;
        }
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.matches(".*(ch|sh|x|ss)es")) {
            return word.substring(0, word.length() - 2);
        }
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    private static Map<Integer, String> greek() {
        String[] names =
                {"alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda",
                        "mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi", "chi",
                        "psi", "omega"};
        Map<Integer, String> letters = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            letters.put('\u03b1' + i, names[i]);
        }
        return Map.copyOf(letters);
    }
}
