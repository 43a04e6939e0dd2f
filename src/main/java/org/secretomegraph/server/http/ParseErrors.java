package org.secretomegraph.server.http;

import org.apache.jena.query.QueryParseException;
import org.secretomegraph.io.Messages;
import org.secretomegraph.io.SyntaxException;

/** Parsers' messages, in one line with the place. */
public final class ParseErrors {
    private static final int MAX_LENGTH = 400;

    private ParseErrors() {}

    public static String line(QueryParseException e) {
        String problem = firstLine(Messages.of(e)).replaceFirst("^Line \\d+, column \\d+: ", "")
                .replaceFirst(" at line \\d+, column \\d+\\.?$", "");
        String place = e.getLine() > 0 ? " at line " + e.getLine() + ", column " + e.getColumn() : "";
        return "Parse error" + place + ": " + problem;
    }

    /** Without line breaks, cut to a length that a terminal shows. */
    public static String oneLine(String text) {
        String line = String.valueOf(text).replaceAll("\\s+", " ").strip();
        return line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) + " ..." : line;
    }

    /** The message with the place in the text. */
    public static String line(SyntaxException e) {
        String place = e.line() > 0 ? " at line " + e.line() + (e.column() > 0 ? ", column " + e.column() : "") : "";
        return "Parse error" + (e.file().equals("body") ? "" : " in " + e.file()) + place + ": " + oneLine(e.problem());
    }

    /** The lines that follow list every token that is allowed there. */
    private static String firstLine(String text) {
        return oneLine(String.valueOf(text).lines().findFirst().orElse("not SPARQL"));
    }
}
