package org.secretomegraph.report;

import static org.secretomegraph.report.XmlEscaper.visible;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes findings as a self-contained HTML page: no script, and nothing is loaded. */
final class HtmlReport {
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Findings</title>
            <style>
            :root { color-scheme: light dark; --bad: #b3261e; --warn: #7a5200; --info: #0b5c8a; --good: #1b6b35; --line: #8885;
              --soft: #8882; }
            @media (prefers-color-scheme: dark) {
              :root { --bad: #ff8a80; --warn: #f2c14e; --info: #8ecdf5; --good: #7fd89a; }
            }
            body { font: 16px/1.45 system-ui, sans-serif; margin: 1.5rem auto; max-width: 96rem; padding: 0 1rem; }
            h1 { margin: 0; }
            table { border-collapse: collapse; margin-top: 1rem; table-layout: fixed; width: 100%; }
            th, td { border-bottom: 1px solid var(--line); padding: .45rem .6rem; text-align: left; vertical-align: top;
              overflow-wrap: anywhere; }
            th { background: Canvas; font-size: .85em; position: sticky; top: 0; }
            td:first-child, .count { font-weight: 600; overflow-wrap: normal; }
            th:nth-child(1) { width: 5.5rem; }
            th:nth-child(2), th:nth-child(3) { width: 17%; }
            th:nth-child(4) { width: 27%; }
            code { background: var(--soft); border-radius: .2rem; padding: 0 .2rem; overflow-wrap: anywhere;
              white-space: pre-wrap; unicode-bidi: isolate; }
            code:empty { display: none; }
            .violation > td:first-child, .count.violation { color: var(--bad); }
            .warning > td:first-child, .count.warning { color: var(--warn); }
            .info > td:first-child, .count.info { color: var(--info); }
            .violation > td:first-child { box-shadow: inset 3px 0 var(--bad); }
            .warning > td:first-child { box-shadow: inset 3px 0 var(--warn); }
            .info > td:first-child { box-shadow: inset 3px 0 var(--info); }
            .meant { color: var(--good); font-weight: 600; }
            .rule { display: block; font: .8em ui-monospace, monospace; opacity: .8; }
            @media (max-width: 52rem) {
              table, tbody, tr, td { display: block; }
              thead { display: none; }
              tr { border-bottom: 1px solid var(--line); padding: .5rem 0; }
              td { border: 0; padding: .1rem .6rem; }
            }
            </style>
            </head>
            <body>
            """;

    private HtmlReport() {}

    static String page(ValidationResult result, Severity failOn) {
        String counts = Arrays.stream(Severity.values()).map(s -> count(result.count(s), s))
                .collect(Collectors.joining(", "));
        String rows = result.findings().stream().map(HtmlReport::row).collect(Collectors.joining());
        return HEAD + "<h1>" + (result.passes(failOn) ? "Good" : "Refused") + "</h1>\n<p>" + counts + "; "
                + result.checked() + " nodes checked</p>\n" + (rows.isEmpty() ? "" : """
                <table>
                <thead><tr><th>severity<th>place<th>value<th>problem<th>remedy</tr></thead>
                <tbody>
                """ + rows + "</tbody>\n</table>\n") + "</body>\n</html>\n";
    }

    private static String count(long n, Severity severity) {
        String text = n + " " + severity + (n == 1 || severity == Severity.INFO ? "" : "s");
        return n == 0 ? text : "<span class=\"count " + severity + "\">" + text + "</span>";
    }

    private static String row(Finding f) {
        Location place = f.place();
        String about = place.focus().isEmpty() ? "" : "<br><code>" + visible(NodeLabels.shortName(place.focus()) + " "
                + NodeLabels.shortName(place.path())).strip() + "</code>";
        String suggestion = f.suggestion().isEmpty() ? ""
                : " <span class=\"meant\">Did you mean " + visible(f.suggestion()) + "?</span>";
        return "<tr class=\"" + f.severity() + "\"><td>" + f.severity() + "</td><td class=\"place\">"
                + visible(place.address()) + about + "</td><td><code>" + visible(f.valueText()) + "</code></td><td>"
                + visible(f.problem()) + "</td><td>" + visible(f.remedy()) + suggestion + " <span class=\"rule\">"
                + visible(f.ruleName()) + "</span></td></tr>\n";
    }
}
