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
 * Conditional requests: {@code If-Match} and {@code If-None-Match} of <a
 * href="https://www.rfc-editor.org/rfc/rfc9110#section-13.1">RFC 9110, section 13.1</a>, for every read and every
 * write. Several lines of a header are one list. {@code If-Modified-Since} and {@code If-Unmodified-Since} are ignored,
 * since no response has a {@code Last-Modified}.
 *
 * <p>The entity tag of a graph is its version, a dot and the format; a writer may name the version by the tag of any
 * format. A reader whose condition is ill-formed gets the content; a writer gets a 400, and nothing is written.
 *
 * @param match     the version is one of these, or exists when it is a star; empty for no condition
 * @param noneMatch the version is none of these, or does not exist when it is a star; empty for no condition
 */
public record Preconditions(List<String> match, List<String> noneMatch) {
    private static final String ANY = "*";
    private static final Pattern ENTITY_TAG = Pattern.compile("(?:W/)?\"[^\"]*\"");
    /**
     * An entity tag, in which commas may occur, or any other text in place of one. Jetty's QuotedCSV does not know
     * {@code W/}.
     */
    private static final Pattern MEMBER = Pattern.compile(ENTITY_TAG.pattern() + "|[^,\\s][^,]*");
    private static final String WEAK = "W/";
    private static final int DIGEST_BYTES = 16;
    private static final String MATCH = "If-Match";
    private static final String NONE_MATCH = "If-None-Match";

    private static Preconditions of(HttpServletRequest request) {
        return new Preconditions(tags(request, MATCH), tags(request, NONE_MATCH));
    }

    /** The preconditions of a write. Answers 400 when a header is not a list of tags. */
    public static Preconditions ofWrite(HttpServletRequest request) {
        Preconditions preconditions = of(request);
        requireTags(MATCH, preconditions.match);
        requireTags(NONE_MATCH, preconditions.noneMatch);
        return preconditions;
    }

    private static List<String> tags(HttpServletRequest request, String header) {
        List<String> lines = Collections.list(request.getHeaders(header));
        List<String> tags =
                MEMBER.matcher(String.join(",", lines)).results().map(MatchResult::group).map(String::strip).toList();
        return tags.isEmpty() && !lines.isEmpty() ? List.of("") : tags; // a header without a tag matches nothing
    }

    private static void requireTags(String header, List<String> tags) {
        if (!tags.equals(List.of(ANY)) && !tags.stream().allMatch(tag -> ENTITY_TAG.matcher(tag).matches())) {
            ServletOps.errorBadRequest(header + " is * or a list of tags in double quotes, as ETag gave them.");
        }
    }

    /** The entity tag of a version in a format, for example {@code turtle}. */
    public static String tag(String state, String format) {
        return '"' + state + '.' + format + '"';
    }

    /** The entity tag of bytes, a strong one: equal tags mean equal bytes (section 8.8.1). */
    public static String tag(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return '"' + HexFormat.of().formatHex(digest, 0, DIGEST_BYTES) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Sets the entity tag of the response to a read, and completes the response when the content is not to be sent: 304
     * to a client that has it, 412 to one that asks for another version.
     *
     * @param tag in quotes, with {@code W/} before it when it is weak
     * @return whether the response is complete
     */
    public static boolean respond(HttpServletRequest request, HttpServletResponse response, String tag) {
        Preconditions preconditions = of(request);
        response.setHeader("ETag", tag);
        if (!preconditions.match.isEmpty() && !preconditions.matchesStrongly(tag)) {
            response.setStatus(HttpServletResponse.SC_PRECONDITION_FAILED);
            response.setContentType("text/plain; charset=utf-8");
            try {
                response.getOutputStream()
                        .print("The current state is not the one that " + MATCH
                                + " names; ETag has the current tag.\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return true;
        }
        if (preconditions.isExcludedWeakly(tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return true;
        }
        return false;
    }

    public boolean isEmpty() {
        return match.isEmpty() && noneMatch.isEmpty();
    }

    /** The strong comparison (section 8.8.3.2): weak tags match nothing. */
    private boolean matchesStrongly(String tag) {
        return match.equals(List.of(ANY)) || EtagUtils.isStrong(tag) && match.contains(tag);
    }

    /** The weak comparison. */
    private boolean isExcludedWeakly(String tag) {
        return noneMatch.equals(List.of(ANY))
                || noneMatch.stream().map(Preconditions::opaque).anyMatch(opaque(tag)::equals);
    }

    /**
     * Checks a write, under its lock.
     *
     * @param state the version of what is to be changed; empty when it does not exist
     * @throws Failed when it is not the expected one
     */
    public void check(Optional<String> state) {
        boolean matches = match.isEmpty() || state.isPresent() && (match.equals(List.of(ANY))
                || states(match.stream().filter(EtagUtils::isStrong)).anyMatch(state.get()::equals));
        if (!matches) {
            throw new Failed(state.isEmpty() ? "it does not exist" : "it was changed since it was read");
        }
        boolean isExcluded = !noneMatch.isEmpty() && state.isPresent() && (noneMatch.equals(List.of(ANY))
                || states(noneMatch.stream().map(Preconditions::opaque)).anyMatch(state.get()::equals));
        if (isExcluded) {
            throw new Failed(
                    noneMatch.equals(List.of(ANY)) ? "it exists already" : "it was not changed since it was read");
        }
    }

    private static String opaque(String tag) {
        return EtagUtils.isWeak(tag) ? tag.substring(WEAK.length()) : tag;
    }

    private static Stream<String> states(Stream<String> tags) {
        return tags.map(tag -> tag.substring(1, tag.length() - 1).replaceFirst("\\.[^.]*$", ""));
    }

    /** A precondition of a write does not hold. */
    public static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(String what) {
            super("The precondition failed: " + what + ". Nothing was changed; read it again.");
        }
    }
}
