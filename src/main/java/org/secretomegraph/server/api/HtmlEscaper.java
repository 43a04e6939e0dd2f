package org.secretomegraph.server.api;

/** Text as HTML: the signs that mean something there are written as references. */
final class HtmlEscaper {
    private HtmlEscaper() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
