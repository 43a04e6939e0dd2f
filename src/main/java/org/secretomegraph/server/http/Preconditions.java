package org.secretomegraph.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.fuseki.servlets.ServletOps;

/**
 * What a client expects of the state that its request meets: {@code If-Match} and {@code If-None-Match} of
 * <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.1">RFC 9110, section 13.1</a>. A tag is the state of the
 * graph, a dot and the format that it was sent in; whoever writes names the state by the tag of any format.
 *
 * @param match     one of these tags, or the star for anything that is there; empty asks for nothing
 * @param noneMatch none of these tags, or the star for nothing that is there; empty asks for nothing
 */
public record Preconditions(List<String> match, List<String> noneMatch) {
    private static final String ANY = "*";
    private static final Pattern LIST = Pattern.compile("\\s*(?:W/)?\"[^\"]*\"(?:\\s*,\\s*(?:W/)?\"[^\"]*\")*\\s*");
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"[^\"]*\"");
    private static final String WEAK = "W/";

    public static Preconditions of(HttpServletRequest request) {
        return new Preconditions(tags(request, "If-Match"), tags(request, "If-None-Match"));
    }

    /** The tag of a state as it is sent. @param format for example {@code turtle} */
    public static String tag(String state, String format) {
        return '"' + state + '.' + format + '"';
    }

    private static List<String> tags(HttpServletRequest request, String header) {
        List<String> said = Collections.list(request.getHeaders(header));
        if (said.isEmpty() || said.equals(List.of(ANY))) {
            return said;
        }
        String all = String.join(",", said);
        if (!LIST.matcher(all).matches()) {
            ServletOps.errorBadRequest(header + " is * or a list of tags in double quotes, as ETag gave them.");
        }
        return TAG.matcher(all).results().map(MatchResult::group).toList();
    }

    public boolean isEmpty() {
        return match.isEmpty() && noneMatch.isEmpty();
    }

    /** Whether a reader has this already: the weak comparison, which If-None-Match asks for. */
    public boolean isKnown(String tag) {
        return noneMatch.equals(List.of(ANY)) || noneMatch.stream().map(Preconditions::opaque).anyMatch(tag::equals);
    }

    /**
     * Before a write, under its lock.
     *
     * @param state of what is to be changed; empty when it is not there
     * @throws Failed when the state is another one than was expected
     */
    public void check(Optional<String> state) {
        boolean matches = match.isEmpty() || state.isPresent() && (match.equals(List.of(ANY)) || states(match.stream()
                .filter(tag -> !tag.startsWith(WEAK))).anyMatch(state.get()::equals));
        if (!matches) {
            throw new Failed(state.isEmpty() ? "it is not there any more" : "it was changed since it was read");
        }
        boolean isExcluded = !noneMatch.isEmpty() && state.isPresent() && (noneMatch.equals(List.of(ANY))
                || states(noneMatch.stream().map(Preconditions::opaque)).anyMatch(state.get()::equals));
        if (isExcluded) {
            throw new Failed(noneMatch.equals(List.of(ANY)) ? "it is there already" : "it is still as it was read");
        }
    }

    private static String opaque(String tag) {
        return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
    }

    private static Stream<String> states(Stream<String> tags) {
        return tags.map(tag -> tag.substring(1, tag.length() - 1).replaceFirst("\\.[^.]*$", ""));
    }

    /** What was to be changed is in another state than the client expects. */
    public static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(String what) {
            super("What you want to change is in another state: " + what + ". Nothing was changed; read it again.");
        }
    }
}
