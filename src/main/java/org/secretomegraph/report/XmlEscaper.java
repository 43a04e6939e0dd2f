package org.secretomegraph.report;

/** Text inside HTML and XML 1.0. */
final class XmlEscaper {
    private XmlEscaper() {}

    /** What people are to read, escaped for element content and for attributes. */
    static String visible(String text) {
        return escaped(VisibleText.text(text));
    }

    /** Escaped for element content and for attributes; characters that XML cannot hold are shown as U+FFFD. */
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
