package org.secretomegraph.report;

/**
 * Escapes text for HTML and XML 1.0. The OWASP encoder is not used: it replaces the characters that XML cannot hold by
 * spaces, which hides them, and leaves tabs and carriage returns in attributes, where parsers turn them into spaces.
 */
final class XmlEscaper {
    private XmlEscaper() {}

    /** Makes the text visible and escapes it for element content and for attributes. */
    static String visible(String text) {
        return escaped(VisibleText.text(text));
    }

    /** Escapes for element content and for attributes; characters that XML cannot hold become U+FFFD. */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\t', '\r' -> out.append("&#").append(c).append(';');
                default -> out.appendCodePoint(isXml(c) ? c : 0xFFFD);
            }
        });
        return out.toString();
    }

    private static boolean isXml(int c) {
        return c == '\n' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }
}
