package org.secretomegraph.report;

/** Colours of a terminal (ECMA-48, select graphic rendition), or none. */
public enum AnsiColour {
    NONE, TERMINAL;

    private static final String RESET = "\u001B[0m";

    String severity(Severity severity, String text) {
        return paint(switch (severity) {
            case VIOLATION -> "1;31";
            case WARNING -> "1;33";
            case INFO -> "36";
        }, text);
    }

    String strong(String text) {
        return paint("1", text);
    }

    String faint(String text) {
        return paint("2", text);
    }

    String good(String text) {
        return paint("32", text);
    }

    private String paint(String code, String text) {
        return this == NONE || text.isEmpty() ? text : "\u001B[" + code + "m" + text + RESET;
    }
}
