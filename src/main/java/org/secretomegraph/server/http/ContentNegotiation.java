package org.secretomegraph.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which of the offered representations a client prefers, by its {@code Accept} header: proactive negotiation of RFC
 * 9110,
 * <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1">section 12.5.1</a>. The most specific range that
 * matches
 * an offer gives its weight; a weight of 0 means "not this"; among equals the server's own order counts.
 */
public final class ContentNegotiation {
    private static final double FULL = 1.0;

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
        List<Range> ranges =
                parts(accept, ',').stream().map(String::strip).filter(r -> !r.isEmpty()).map(Range::of).toList();
        if (ranges.isEmpty()) {
            return offers.stream().findFirst();
        }
        return offers.stream().filter(offer -> weight(offer, ranges) > 0)
                .max(Comparator.comparingDouble((String offer) -> weight(offer, ranges))
                        .thenComparing(offer -> -offers.indexOf(offer)));
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

        /** A lone {@code *} is what some clients of old send for anything. */
        int precision() {
            return type.equals("*/*") || type.equals("*") ? 0 : type.endsWith("/*") ? 1 : 2;
        }
    }
}
