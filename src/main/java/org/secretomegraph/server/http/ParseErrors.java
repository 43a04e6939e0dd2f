package org.secretomegraph.server.http;

import org.apache.jena.query.QueryParseException;
import org.secretomegraph.io.Messages;
import org.secretomegraph.io.SyntaxException;

/** What a parser says, in one line with the place. */
public final class ParseErrors {
    private static final int LONGEST = 400;

    private ParseErrors() {}

    public static String line(QueryParseException e) {
        String said = firstLine(Messages.of(e)).replaceFirst("^Line \\d+, column \\d+: ", "")
                .replaceFirst(" at line \\d+, column \\d+\\.?$", "");
        String place = e.getLine() > 0 ? " at line " + e.getLine() + ", column " + e.getColumn() : "";
        return "Parse error" + place + ": " + said;
    }

    /** Without line breaks, and not longer than a terminal can show. */
    public static String oneLine(String text) {
        String line = String.valueOf(text).replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + " ..." : line;
    }

    /** What is wrong in a text, with the place. */
    public static String line(SyntaxException e) {
        String place = e.line() > 0 ? " at line " + e.line() + (e.column() > 0 ? ", column " + e.column() : "") : "";
        return "Parse error" + (e.file().equals("body") ? "" : " in " + e.file()) + place + ": " + oneLine(e.problem());
    }

    /** What follows the first line is the list of everything that could have stood there. */
    private static String firstLine(String text) {
        return oneLine(String.valueOf(text).lines().findFirst().orElse("not SPARQL"));
    }
}
