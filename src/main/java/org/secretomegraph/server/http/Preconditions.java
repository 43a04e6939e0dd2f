package org.secretomegraph.server.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.eclipse.jetty.http.EtagUtils;

/**
 * What a client expects of the state that its request meets: {@code If-Match} and {@code If-None-Match} of
 * <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.1">RFC 9110, section 13.1</a>, for every read and every
 * write.
 * Several lines of a header are one list. {@code If-Modified-Since} and its like say nothing here, since no answer has
 * a
 * {@code Last-Modified}.
 *
 * <p>The tag of a graph is its state, a dot and the format that it was sent in; whoever writes names the state by the
 * tag of
 * any format. A reader whose condition cannot be understood gets the content; a writer is told so and writes nothing.
 *
 * @param match     one of these tags, or the star for anything that is there; empty asks for nothing
 * @param noneMatch none of these tags, or the star for nothing that is there; empty asks for nothing
 */
public record Preconditions(List<String> match, List<String> noneMatch) {
    private static final String ANY = "*";
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"[^\"]*\"");
    /**
     * A tag, in which commas may stand, or whatever somebody wrote in the place of one. Jetty's QuotedCSV knows no
     * {@code W/}.
     */
    private static final Pattern MEMBER = Pattern.compile(TAG.pattern() + "|[^,\\s][^,]*");
    private static final String WEAK = "W/";
    private static final int TAG_BYTES = 16;
    private static final String MATCH = "If-Match";
    private static final String NONE_MATCH = "If-None-Match";

    private static Preconditions of(HttpServletRequest request) {
        return new Preconditions(tags(request, MATCH), tags(request, NONE_MATCH));
    }

    /** Those of a write. Answers 400 to what is no list of tags. */
    public static Preconditions ofWrite(HttpServletRequest request) {
        Preconditions expected = of(request);
        requireTags(MATCH, expected.match);
        requireTags(NONE_MATCH, expected.noneMatch);
        return expected;
    }

    private static List<String> tags(HttpServletRequest request, String header) {
        List<String> lines = Collections.list(request.getHeaders(header));
        List<String> tags =
                MEMBER.matcher(String.join(",", lines)).results().map(MatchResult::group).map(String::strip).toList();
        return tags.isEmpty() && !lines.isEmpty() ? List.of("") : tags; // a header without a tag names none
    }

    private static void requireTags(String header, List<String> tags) {
        if (!tags.equals(List.of(ANY)) && !tags.stream().allMatch(tag -> TAG.matcher(tag).matches())) {
            ServletOps.errorBadRequest(header + " is * or a list of tags in double quotes, as ETag gave them.");
        }
    }

    /** The tag of a state as it is sent. @param format for example {@code turtle} */
    public static String tag(String state, String format) {
        return '"' + state + '.' + format + '"';
    }

    /** The tag of bytes, a strong one: where it is the same they are the same (section 8.8.1). */
    public static String tag(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return '"' + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Marks the answer to a read with its tag, and answers where the content is not to be sent: 304 to a reader who has
     * it,
     * 412 to one who wants another state.
     *
     * @param tag in quotes, with {@code W/} before it when it is a weak one
     * @return whether that was the whole answer
     */
    public static boolean isAnswered(HttpServletRequest request, HttpServletResponse response, String tag) {
        Preconditions expected = of(request);
        response.setHeader("ETag", tag);
        if (!expected.match.isEmpty() && !expected.isMatched(tag)) {
            response.setStatus(HttpServletResponse.SC_PRECONDITION_FAILED);
            response.setContentType("text/plain; charset=utf-8");
            try {
                response.getOutputStream()
                        .print("This is in another state than " + MATCH + " names; ETag has the tag of now.\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return true;
        }
        if (expected.isKnown(tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return true;
        }
        return false;
    }

    public boolean isEmpty() {
        return match.isEmpty() && noneMatch.isEmpty();
    }

    /** The strong comparison (section 8.8.3.2): weak tags match nothing. */
    private boolean isMatched(String tag) {
        return match.equals(List.of(ANY)) || EtagUtils.isStrong(tag) && match.contains(tag);
    }

    /** The weak comparison. */
    private boolean isKnown(String tag) {
        return noneMatch.equals(List.of(ANY))
                || noneMatch.stream().map(Preconditions::opaque).anyMatch(opaque(tag)::equals);
    }

    /**
     * Before a write, under its lock.
     *
     * @param state of what is to be changed; empty when it is not there
     * @throws Failed when the state is another one than was expected
     */
    public void check(Optional<String> state) {
        boolean matches = match.isEmpty() || state.isPresent() && (match.equals(List.of(ANY))
                || states(match.stream().filter(EtagUtils::isStrong)).anyMatch(state.get()::equals));
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
        return EtagUtils.isWeak(tag) ? tag.substring(WEAK.length()) : tag;
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
