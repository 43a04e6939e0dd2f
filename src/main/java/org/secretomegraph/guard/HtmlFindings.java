package org.secretomegraph.guard;

import static org.secretomegraph.guard.Markup.visible;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Findings as a page that stands by itself: no script, nothing loaded from elsewhere. */
final class HtmlFindings {
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Findings</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 16px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 90rem; padding: 0 1rem; }
            table { border-collapse: collapse; width: 100%; }
            th, td { border-bottom: 1px solid #8886; padding: .4rem .6rem; text-align: left; vertical-align: top; }
            th { position: sticky; top: 0; background: Canvas; }
            td.place { white-space: nowrap; }
            td:nth-child(3) { min-width: 8rem; }
            code { overflow-wrap: anywhere; white-space: pre-wrap; unicode-bidi: isolate; }
            .violation > td:first-child { color: #c4231c; font-weight: 600; }
            .warning > td:first-child { color: #9a6700; font-weight: 600; }
            .meant { font-weight: 600; }
            .rule { opacity: .75; font-size: .85em; }
            @media (max-width: 48rem) {
              thead { display: none; }
              tr, td { display: block; border: 0; padding: .1rem 0; }
              tr { border-bottom: 1px solid #8886; padding: .6rem 0; }
              td.place { white-space: normal; overflow-wrap: anywhere; }
            }
            </style>
            </head>
            <body>
            """;

    private HtmlFindings() {}

    static String page(Judgement judgement, Severity floor) {
        String counts = Arrays.stream(Severity.values()).map(s -> counted(judgement.count(s), s))
                .collect(Collectors.joining(", "));
        String rows = judgement.findings().stream().map(HtmlFindings::row).collect(Collectors.joining());
        return HEAD + "<h1>" + (judgement.passes(floor) ? "Good" : "Refused") + "</h1>\n<p>" + counts + "; "
                + judgement.judged() + " nodes checked</p>\n" + (rows.isEmpty() ? "" : """
                <table>
                <thead><tr><th>severity<th>place<th>value<th>problem<th>remedy</tr></thead>
                <tbody>
                """ + rows + "</tbody>\n</table>\n") + "</body>\n</html>\n";
    }

    /** {@code 1 warning}, {@code 2 warnings}; no info is counted in plural. */
    private static String counted(long number, Severity severity) {
        return number + " " + severity + (number == 1 || severity == Severity.INFO ? "" : "s");
    }

    private static String row(Finding f) {
        Place place = f.place();
        String about = place.focus().isEmpty() ? "" : "<br><code>" + visible(Names.shortName(place.focus()) + " "
                + Names.shortName(place.path())).strip() + "</code>";
        String meant = f.suggestion().isEmpty() ? ""
                : " <span class=\"meant\">Did you mean " + visible(f.suggestion()) + "?</span>";
        return "<tr class=\"" + f.severity() + "\"><td>" + f.severity() + "</td><td class=\"place\">"
                + visible(place.address()) + about + "</td><td><code>" + visible(f.valueText()) + "</code></td><td>"
                + visible(f.problem()) + "</td><td>" + visible(f.remedy()) + meant + " <span class=\"rule\">"
                + visible(f.ruleName()) + "</span></td></tr>\n";
    }
}
