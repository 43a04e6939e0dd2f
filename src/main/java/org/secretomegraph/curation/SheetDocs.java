package org.secretomegraph.curation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.curation.read.HeaderCheck;
import org.secretomegraph.curation.read.SheetPrefixes;
import org.secretomegraph.curation.term.TermIndex;
import org.secretomegraph.report.Location;
import org.secretomegraph.table.SheetRule;
import org.secretomegraph.vocab.Prefixes;

/** What people read of the format: the page docs/claim-sheet.md and the empty sheet. Both are made of the columns. */
public final class SheetDocs {
    private static final String DATE = "2026-11-23";

    private final TermIndex terms;

    /** @param union the graph whose relations, levels and kinds a sheet may name */
    public SheetDocs(Graph union) {
        this.terms = TermIndex.of(union);
    }

    /** The page that documents the format, in Markdown. */
    public String page() {
        return INTRODUCTION + header() + "\n## Columns\n\n" + CELLS + columns() + "\n## Words\n\n" + WORDS + allowed()
                + "\n## Findings on the text\n\n" + FINDINGS + rules() + COMMANDS;
    }

    private static final String INTRODUCTION = """
            # The claim sheet

            A claim sheet is a table of claims: one row is one finding of one publication. It is a text in UTF-8 with tabs
            between the cells (`.tsv`), so that any spreadsheet opens it and any comparison of two versions shows what
            changed. The sheets of the graph are in `ontology/curation/`.

            This page is made from the column definitions in `ClaimColumn.java`; a test fails when it lags behind.

            ## Header

            The lines above the column names begin with `#` and are YAML. A line that begins with `##` is a comment, and so
            is any line below the column names that begins with `#`.

            | entry | required | what it says |
            |---|---|---|
            """;
    private static final String CELLS = """
            Columns may stand in any order; the letter is that of the order below. A cell of several values separates them by
            ` | `, and they are kept sorted by identifier. An empty cell means that it is not in
            what was read of the publication (column `read`), which may state it elsewhere: how complete the reporting of a
            publication is can be told only where the whole or a part beyond the abstract was read. A row may end early when
            the cells behind its last one are empty; a sheet may leave out columns that none of its rows fills.

            Accepted: a byte order mark, CRLF line ends, empty lines, tabs at the end of a row, and cells in quotation marks
            as RFC 4180 has them. A cell holds neither tab nor line break.

            | letter | column | required | content | property | example | what it says |
            |---|---|---|---|---|---|---|
            """;
    private static final String WORDS = """
            Columns that hold a word of a list. The ontology defines each.

            | column | words |
            |---|---|
            """;
    private static final String FINDINGS = """
            These rules look at the sheet as text; a cell that breaks one is reported once, and what follows from it elsewhere
            is not reported. The rules in `shapes/` then look at the claims, and their findings name the same cells.

            | rule | why |
            |---|---|
            """;
    private static final String COMMANDS = """

            ## Commands

            ```
            secretome new-claim-sheet my.tsv        an empty sheet with an example and the allowed words
            secretome validate my.tsv               all findings, each with its cell
            secretome curate my.tsv --dry-run       what would change in the graph
            secretome curate my.tsv --into tdb2:db  writes it, if the rules let it
            ```
            """;

    private static String header() {
        return HeaderCheck.ENTRIES.entrySet().stream().map(e -> "| `" + e.getKey() + "` | "
                + (HeaderCheck.REQUIRED.contains(e.getKey()) ? "yes" : "") + " | " + e.getValue() + " |\n")
                .collect(Collectors.joining()) + "\n```\n" + headerLines(List.of()) + "```\n";
    }

    private static String columns() {
        return Arrays.stream(ClaimColumn.values()).map(c -> "| " + Location.letter(c.ordinal()) + " | `" + c.heading()
                + "` | " + (c.required() ? "yes" : "") + " | " + escaped(c.content().meaning()) + " | " + property(c)
                + " | " + (c.example().isEmpty() ? "" : "`" + escaped(c.example()) + "`") + " | " + escaped(c.meaning())
                + " |\n").collect(Collectors.joining());
    }

    private static String property(ClaimColumn column) {
        String name = "`" + Prefixes.standard().abbreviate(column.property().getURI()) + "`";
        return switch (column) {
            case CLAIM_KEY -> "names the `scso:Claim`";
            case URL -> "names the `scso:Publication`";
            default -> column.content() == ClaimColumn.Content.LABEL ? "compared with `rdfs:label`" : name;
        };
    }

    private String allowed() {
        return Arrays.stream(ClaimColumn.values()).filter(c -> c.content() == ClaimColumn.Content.CODE)
                .map(c -> "| `" + c.heading() + "` | " + terms.codes(c).stream().map(w -> "`" + w + "`")
                        .collect(Collectors.joining(", ")) + " |\n")
                .collect(Collectors.joining());
    }

    private static String rules() {
        return Arrays.stream(SheetRule.values()).map(r -> "| `" + r.id() + "` | " + escaped(r.why()) + " |\n")
                .collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return text.replace("|", "\\|");
    }

    /**
     * An empty sheet: header, the columns and what each may hold as comments, the column names, an example as comment.
     */
    public String emptySheet() {
        List<String> comments = Arrays.stream(ClaimColumn.values()).map(this::comment).toList();
        String names = Arrays.stream(ClaimColumn.values()).map(ClaimColumn::heading).collect(Collectors.joining("\t"));
        String example =
                Arrays.stream(ClaimColumn.values()).map(ClaimColumn::example).collect(Collectors.joining("\t"));
        return headerLines(comments) + names + "\n#" + example + "\n";
    }

    private String comment(ClaimColumn column) {
        String allowed = terms.codes(column).isEmpty() ? column.content().meaning().replace("`", "")
                : String.join(", ", terms.codes(column));
        return "## " + column.heading() + (column.required() ? " (required)" : "") + ": " + column.meaning() + ". "
                + allowed;
    }

    private static String headerLines(List<String> comments) {
        StringBuilder text = new StringBuilder();
        text.append("# title: What the sheet holds\n");
        text.append("# curator: https://w3id.org/scso/curators\n");
        text.append("# licence: https://creativecommons.org/licenses/by/4.0/\n");
        text.append("# date: ").append(DATE).append('\n');
        text.append("# prefixes:\n");
        SheetPrefixes.USUAL.forEach(
                (prefix, address) -> text.append("#   ").append(prefix).append(": ").append(address).append('\n'));
        comments.forEach(comment -> text.append(comment).append('\n'));
        return text.toString();
    }
}
