package org.secretomegraph.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Chooses the media type that a client prefers by its {@code Accept} header: proactive negotiation of RFC 9110, <a
 * href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1">section 12.5.1</a>. The most specific range that matches
 * an offer gives its weight; a weight of 0 means "not acceptable"; among equals the order of the server decides.
 *
 * <p>Not done by a library, because both at hand lose the weight of 0: Jena's {@code ConNeg} sends such a type to a
 * client that accepts any other, and Jetty's {@code QuotedQualityCSV} drops it from the list.
 */
public final class ContentNegotiation {
    private static final double DEFAULT_WEIGHT = 1.0;
    /** The characters of a token (section 5.6.2). */
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9a-z-]+";
    private static final Pattern TYPE_SLASH_SUBTYPE = Pattern.compile(TOKEN + "/" + TOKEN);

    private ContentNegotiation() {}

    /** Chooses for a request; several {@code Accept} lines are one list. */
    public static Optional<String> choose(HttpServletRequest request, List<String> offers) {
        return choose(String.join(",", Collections.list(request.getHeaders("Accept"))), offers);
    }

    /**
     * Chooses among media types.
     *
     * @param accept the value of the header; an empty one accepts anything
     * @param offers media types without parameters, in the order of preference of the server
     * @return empty when the client accepts none of them, which is a 406
     */
    public static Optional<String> choose(String accept, List<String> offers) {
        List<MediaRange> ranges = ranges(accept);
        if (ranges.isEmpty()) {
            return offers.stream().findFirst();
        }
        return offers.stream().filter(offer -> weight(offer, ranges) > 0)
                .max(Comparator.comparingDouble((String offer) -> weight(offer, ranges))
                        .thenComparing(offer -> -offers.indexOf(offer)));
    }

    private static List<MediaRange> ranges(String accept) {
        return split(accept, ',').stream().map(String::strip).filter(r -> !r.isEmpty()).map(MediaRange::of).toList();
    }

    /** Whether the client refuses some media type, with a weight of 0. */
    static boolean hasRefusals(String accept) {
        return ranges(accept).stream().anyMatch(range -> range.weight == 0);
    }

    /** The media ranges, in lower case and without parameters, each with its weight; empty when there are none. */
    public static String normalized(List<String> lines) {
        return ranges(String.join(",", lines)).stream().filter(MediaRange::isMediaRange).map(MediaRange::normalized)
                .collect(Collectors.joining(", "));
    }

    /**
     * Splits at a separator. One in a quoted string (RFC 9110, section 5.6.4) is part of the string, unless the closing
     * quote is missing.
     */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && quoted) {
                i++;
            } else if (c == separator && !quoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return quoted ? List.of(text.split(Pattern.quote(String.valueOf(separator)), -1)) : parts;
    }

    private static double weight(String offer, List<MediaRange> ranges) {
        return ranges.stream().filter(range -> range.matchesOffer(offer))
                .max(Comparator.comparingInt(MediaRange::specificity))
                .map(MediaRange::weight).orElse(0.0);
    }

    /** A media range. Parameters after a weight, and those that no offer has, are ignored. */
    private record MediaRange(String type, double weight) {
        static MediaRange of(String text) {
            List<String> parts = split(text.toLowerCase(Locale.ROOT), ';');
            double weight = DEFAULT_WEIGHT;
            for (String parameter : parts.subList(1, parts.size())) {
                String part = parameter.strip();
                if (part.matches("q\\s*=.*")) {
                    weight = weightOf(part.substring(part.indexOf('=') + 1).strip());
                }
            }
            return new MediaRange(parts.getFirst().strip(), weight);
        }

        /** A weight that is not a number counts as 1: the client did name the type. */
        private static double weightOf(String q) {
            return q.matches("[01](\\.\\d{0,3})?") ? Math.min(DEFAULT_WEIGHT, Double.parseDouble(q)) : DEFAULT_WEIGHT;
        }

        boolean matchesOffer(String offer) {
            return specificity() == 0 || type.equals(offer)
                    || specificity() == 1 && offer.startsWith(type.substring(0, type.length() - 1));
        }

        boolean isMediaRange() {
            return type.equals("*") || TYPE_SLASH_SUBTYPE.matcher(type).matches();
        }

        public String normalized() {
            String whole = type.equals("*") ? "*/*" : type;
            return weight == DEFAULT_WEIGHT ? whole
                    : whole + ";q=" + BigDecimal.valueOf(weight).stripTrailingZeros().toPlainString();
        }

        /** 0 to 2, from the least to the most specific. A lone {@code *} is what some old clients send for anything. */
        int specificity() {
            return type.equals("*/*") || type.equals("*") ? 0 : type.endsWith("/*") ? 1 : 2;
        }
    }
}
