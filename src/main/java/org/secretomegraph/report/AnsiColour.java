package org.secretomegraph.report;

/** Colours of a terminal (ECMA-48, select graphic rendition), or none. */
public enum AnsiColour {
    NONE, TERMINAL;

    private static final String RESET = "\u001B[0m";

    String severity(Severity severity, String text) {
        return coloured(switch (severity) {
            case VIOLATION -> "1;31";
            case WARNING -> "1;33";
            case INFO -> "36";
        }, text);
    }

    String strong(String text) {
        return coloured("1", text);
    }

    String faint(String text) {
        return coloured("2", text);
    }

    String suggestion(String text) {
        return coloured("32", text);
    }

    private String coloured(String code, String text) {
        return this == NONE || text.isEmpty() ? text : "\u001B[" + code + "m" + text + RESET;
    }
}
