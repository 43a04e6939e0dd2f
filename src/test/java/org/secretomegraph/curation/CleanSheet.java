package org.secretomegraph.curation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.findings.CandidateData;
import org.secretomegraph.guard.Validator;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.ValidationResult;

/** A sheet that no rule has anything to say of, made of the columns' own examples; tests spoil it. */
final class CleanSheet {
    static final List<String> HEADER = List.of(
            "# title: A sheet without mistakes",
            "# curator: https://w3id.org/scso/curators",
            "# licence: https://creativecommons.org/licenses/by/4.0/",
            "# date: 2026-11-23",
            "# prefixes:",
            "#   CL: http://purl.obolibrary.org/obo/CL_",
            "#   ECO: http://purl.obolibrary.org/obo/ECO_",
            "#   GO: http://purl.obolibrary.org/obo/GO_",
            "#   HGNC: http://identifiers.org/hgnc/",
            "#   MONDO: http://purl.obolibrary.org/obo/MONDO_",
            "#   NCBITaxon: http://purl.obolibrary.org/obo/NCBITaxon_",
            "#   OBI: http://purl.obolibrary.org/obo/OBI_",
            "#   SCSO: https://w3id.org/scso/",
            "#   UBERON: http://purl.obolibrary.org/obo/UBERON_");
    static final int FIRST_ROW = HEADER.size() + 2;
    /** The day on which these sheets are made. */
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final Validator VALIDATION = new Validator(BundledGraph.services().shapes());

    final List<String> header = new ArrayList<>(HEADER);
    final List<String> columns =
            new ArrayList<>(Arrays.stream(ClaimColumn.values()).map(ClaimColumn::heading).toList());
    final List<List<String>> rows = new ArrayList<>();

    /** Each row is a claim of a publication of its own. */
    CleanSheet(int size) {
        for (int i = 1; i <= size; i++) {
            Map<ClaimColumn, String> row = new EnumMap<>(ClaimColumn.class);
            Arrays.stream(ClaimColumn.values()).forEach(column -> row.put(column, column.example()));
            row.put(ClaimColumn.CLAIM_KEY, "clean-%02d".formatted(i));
            row.put(ClaimColumn.DOI, "10.5555/clean-" + i);
            row.put(ClaimColumn.TITLE, "Title number " + i);
            row.put(ClaimColumn.SEEN_AT, "https://doi.org/10.5555/clean-" + i);
            rows.add(new ArrayList<>(row.values()));
        }
    }

    /** Writes a text into a cell. The row is counted as a spreadsheet counts it. */
    CleanSheet set(int row, String column, String text) {
        rows.get(row - FIRST_ROW).set(columns.indexOf(column), text);
        return this;
    }

    /** Makes a row cite the publication of another one. */
    CleanSheet cite(int row, int other) {
        for (String column : List.of("doi", "title", "seen_at")) {
            set(row, column, rows.get(other - FIRST_ROW).get(columns.indexOf(column)));
        }
        return set(row, "model", "model of row " + row);
    }

    String text() {
        return String.join("\n", header) + "\n" + String.join("\t", columns) + "\n"
                + rows.stream().map(row -> String.join("\t", row)).collect(Collectors.joining("\n")) + "\n";
    }

    Path write(Path file) throws IOException {
        return Files.writeString(file, text());
    }

    /** The findings of a sheet, as {@code secretome validate} has them. */
    static List<Finding> findings(Path file) {
        return judgement(file).findings();
    }

    static ValidationResult judgement(Path file) {
        CandidateData proposed = SheetLoader.read(file, BundledGraph.snapshot().dataset(), CLOCK);
        return VALIDATION.validate(BundledGraph.snapshot().union(), List.of(proposed));
    }

    static List<Finding> findings(Path folder, byte[] content) throws IOException {
        return findings(Files.write(folder.resolve("sheet.tsv"), content));
    }

    static List<Finding> findings(Path folder, String content) throws IOException {
        return findings(folder, content.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code B12 subject Sheet-term}: where, and which rule. */
    static String brief(Finding f) {
        String column = Optional.of(f.place().column()).filter(c -> !c.isEmpty()).map(c -> " " + c).orElse("");
        String at = f.place().cell().isEmpty() ? Long.toString(f.place().line()) : f.place().cell();
        return at + column + " " + f.ruleName();
    }

    static List<String> brief(List<Finding> findings) {
        return findings.stream().map(CleanSheet::brief).toList();
    }
}
