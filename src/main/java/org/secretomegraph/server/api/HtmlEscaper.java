package org.secretomegraph.server.api;

/** Text as HTML: characters of the markup are written as references. */
final class HtmlEscaper {
    private HtmlEscaper() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
