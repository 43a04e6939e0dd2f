package org.secretomegraph.curation.read;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The licences that a sheet can be under and everybody knows: those of Creative Commons, by their addresses, as the
 * enum of licences in the LinkML registry has them (https://linkml.io/linkml-registry/license_enum).
 */
final class Licences {
    private static final String HOME = "https://creativecommons.org/";
    private static final Pattern KNOWN = Pattern.compile(Pattern.quote(HOME)
            + "(licenses/by(-nc)?(-nd|-sa)?/[1-4]\\.[05]/|publicdomain/(zero|mark)/1\\.0/)");
    private static final Pattern NAMED = Pattern.compile("(?i)cc[ -]?(by(?:-(?:nc|nd|sa))*)[ -]?v?(\\d\\.\\d)?");
    private static final Pattern WITHIN = Pattern.compile("(?i).*/(by(?:-(?:nc|nd|sa))*)/(\\d\\.\\d)(/.*)?");

    private Licences() {}

    static boolean isKnown(String address) {
        return KNOWN.matcher(address).matches();
    }

    /** The address of the licence that was probably meant. */
    static Optional<String> suggestion(String written) {
        if (written.matches("(?i)cc[ -]?(0|zero).*|.*/publicdomain/zero/.*")) {
            return Optional.of(HOME + "publicdomain/zero/1.0/");
        }
        return address(NAMED.matcher(written)).or(() -> address(WITHIN.matcher(written)));
    }

    private static Optional<String> address(Matcher licence) {
        return licence.matches() ? Optional.of(HOME + "licenses/" + licence.group(1).toLowerCase(Locale.ROOT) + "/"
                + Optional.ofNullable(licence.group(2)).orElse("4.0") + "/") : Optional.empty();
    }
}
