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
 * Which of the offered representations a client prefers, by its {@code Accept} header: proactive negotiation of RFC
 * 9110,
 * <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1">section 12.5.1</a>. The most specific range that
 * matches
 * an offer gives its weight; a weight of 0 means "not this"; among equals the server's own order counts. The only place
 * that
 * reads the header: Jena's reader sends a type with a weight of 0 to one who takes any other, and Jetty's forgets
 * those.
 */
public final class ContentNegotiation {
    private static final double FULL = 1.0;
    /** Section 5.6.2: of what signs a token is made. */
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9a-z-]+";
    private static final Pattern MEDIA_RANGE = Pattern.compile(TOKEN + "/" + TOKEN);

    private ContentNegotiation() {}

    /** Chooses for a request; several {@code Accept} lines are one list. */
    public static Optional<String> choose(HttpServletRequest request, List<String> offers) {
        return choose(String.join(",", Collections.list(request.getHeaders("Accept"))), offers);
    }

    /**
     * Chooses among media types.
     *
     * @param accept the header's value; an empty one accepts anything
     * @param offers media types without parameters, the server's favourite first
     * @return empty when the client accepts none of them, which is a 406
     */
    public static Optional<String> choose(String accept, List<String> offers) {
        List<Range> ranges = ranges(accept);
        if (ranges.isEmpty()) {
            return offers.stream().findFirst();
        }
        return offers.stream().filter(offer -> weight(offer, ranges) > 0)
                .max(Comparator.comparingDouble((String offer) -> weight(offer, ranges))
                        .thenComparing(offer -> -offers.indexOf(offer)));
    }

    private static List<Range> ranges(String accept) {
        return parts(accept, ',').stream().map(String::strip).filter(r -> !r.isEmpty()).map(Range::of).toList();
    }

    /** Whether the client refuses something, with a weight of 0. */
    static boolean isRefusing(String accept) {
        return ranges(accept).stream().anyMatch(range -> range.weight == 0);
    }

    /**
     * The ranges that are media ranges, in lower case and without parameters, each with its weight; empty when there
     * are none.
     */
    public static String plain(List<String> lines) {
        return ranges(String.join(",", lines)).stream().filter(Range::isMediaRange).map(Range::plain)
                .collect(Collectors.joining(", "));
    }

    /**
     * What stands between signs; those in a quoted value (RFC 9110, section 5.6.4) are part of it, unless its end is
     * missing.
     */
    private static List<String> parts(String text, char sign) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && quoted) {
                i++;
            } else if (c == sign && !quoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return quoted ? List.of(text.split(Pattern.quote(String.valueOf(sign)), -1)) : parts;
    }

    private static double weight(String offer, List<Range> ranges) {
        return ranges.stream().filter(range -> range.admits(offer)).max(Comparator.comparingInt(Range::precision))
                .map(Range::weight).orElse(0.0);
    }

    /** One media range. What follows a weight, and parameters that no offer has, say nothing here. */
    private record Range(String type, double weight) {
        static Range of(String written) {
            List<String> parts = parts(written.toLowerCase(Locale.ROOT), ';');
            double weight = FULL;
            for (String parameter : parts.subList(1, parts.size())) {
                String part = parameter.strip();
                if (part.matches("q\\s*=.*")) {
                    weight = number(part.substring(part.indexOf('=') + 1).strip());
                }
            }
            return new Range(parts.getFirst().strip(), weight);
        }

        /** A weight that is no number weighs in full: the client did name the type. */
        private static double number(String q) {
            return q.matches("[01](\\.\\d{0,3})?") ? Math.min(FULL, Double.parseDouble(q)) : FULL;
        }

        boolean admits(String offer) {
            return precision() == 0 || type.equals(offer)
                    || precision() == 1 && offer.startsWith(type.substring(0, type.length() - 1));
        }

        boolean isMediaRange() {
            return type.equals("*") || MEDIA_RANGE.matcher(type).matches();
        }

        public String plain() {
            String whole = type.equals("*") ? "*/*" : type;
            return weight == FULL ? whole
                    : whole + ";q=" + BigDecimal.valueOf(weight).stripTrailingZeros().toPlainString();
        }

        /** A lone {@code *} is what some clients of old send for anything. */
        int precision() {
            return type.equals("*/*") || type.equals("*") ? 0 : type.endsWith("/*") ? 1 : 2;
        }
    }
}
