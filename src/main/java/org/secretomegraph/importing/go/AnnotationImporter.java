package org.secretomegraph.importing.go;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.secretomegraph.findings.CellIndex;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.importing.record.GoDatabases;
import org.secretomegraph.importing.record.ImportFormat;
import org.secretomegraph.importing.record.ImportReport;
import org.secretomegraph.importing.record.ImportRequest;
import org.secretomegraph.importing.record.ImportRule;
import org.secretomegraph.importing.record.ImportTerms;
import org.secretomegraph.importing.record.Importer;
import org.secretomegraph.importing.record.Provenance;
import org.secretomegraph.importing.record.StableKeys;
import org.secretomegraph.io.DownloadedFile;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.report.Severity;
import org.secretomegraph.table.CellError;
import org.secretomegraph.table.LenientTsvReader;
import org.secretomegraph.table.RawCell;
import org.secretomegraph.table.SheetRule;
import org.secretomegraph.table.TableLine;
import org.secretomegraph.table.TsvDialect;

/** A GO annotation file, row by row. */
public final class AnnotationImporter implements Importer {
    private static final TsvDialect SYNTAX = new TsvDialect("!", false);
    private static final List<String> STATED = List.of("generated-by", "date-generated");
    /**
     * GPAD 2.0 as its drafts and the files of MGI, SGD and ZFIN spell it; the published description says gpad-version.
     */
    private static final String DRAFTED = "gpa-version: 2.0";
    private static final int HEADER_LINES_KEPT = 40;

    private final ImportRequest request;
    private final DownloadedFile file;
    private final ImportTerms known;
    private final GoDatabases databases;
    private final AnnotationFormat format;

    public AnnotationImporter(ImportRequest request, DownloadedFile file, ImportTerms known, GoDatabases databases) {
        this.request = request;
        this.file = file;
        this.known = known;
        this.databases = databases;
        GoRowCheck check = new GoRowCheck(databases);
        this.format = request.format() == ImportFormat.GAF ? new GafFormat(check) : new GpadFormat(check);
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public Node graph() {
        return NamedGraphs.imported(request.format().toString(), StableKeys.stem(file.fileName()));
    }

    @Override
    public CellIndex layout() {
        return format.layout();
    }

    @Override
    public Reading read(Consumer<Triple> out) {
        ImportReport findings = new ImportReport(name());
        AnnotationClaims claims =
                new AnnotationClaims(request, known, databases, findings, file.fileName(), graph(), out);
        List<String> header = new ArrayList<>();
        long[] counts = new long[2];
        try (LenientTsvReader text = new LenientTsvReader(file.open(), SYNTAX)) {
            boolean isBody = false;
            for (Optional<TableLine> line = text.next(); line.isPresent(); line = text.next()) {
                if (!(line.get() instanceof TableLine.Comment comment)) {
                    if (!isBody && !hasVersion(header, findings)) {
                        return new Reading(0, 0, findings.all(), findings.missing());
                    }
                    isBody = true;
                    counts[0]++;
                    counts[1] += line(line.get(), claims, findings) ? 1 : 0;
                } else if (!isBody && header.size() < HEADER_LINES_KEPT) {
                    header.add((comment.number() == 1 ? "" : " ").strip() + comment.text());
                }
            }
            if (!isBody && hasVersion(header, findings)) {
                findings.row(0, CellError.of(SheetRule.EMPTY, "the file has no rows", "Download it again."), "");
            }
        } catch (IOException e) {
            throw new InvalidInputException(name() + ": cannot be read to its end: " + e.getMessage(), e);
        }
        checkHeader(header, findings);
        if (findings.isClean()) {
            Provenance.write(request, graph(), List.of(new Provenance.Part(file.fileName(), file.checksum())),
                    header.stream().filter(l -> l.contains(":")).toList(), out);
        }
        return new Reading(counts[0], counts[1], findings.all(), findings.missing());
    }

    /** The first line tells the version; of another one nothing can be understood. */
    private boolean hasVersion(List<String> header, ImportReport findings) {
        String first = header.isEmpty() ? "" : header.get(0).strip();
        String version = first.replaceAll("\\s*:\\s*", ": ");
        if (version.equals(format.firstLine())) {
            return true;
        }
        if (version.equals(DRAFTED) && request.format() == ImportFormat.GPAD) {
            findings.tally(ImportRule.HEADER, Severity.WARNING, 1, "",
                    "first lines that spell gpad-version as drafts did",
                    first, "The file is used all the same; tell the publisher.");
            return true;
        }
        boolean isOther = first.startsWith("gaf-version") || first.matches("gpad?-version.*");
        boolean isSwapped = isOther && !first.startsWith(format.firstLine().substring(0, 3));
        findings.row(1, CellError.of(ImportRule.VERSION, isOther ? "the file says '" + RawCell.printable(first)
                + "', and what can"
                + " be read is '" + format.firstLine() + "'"
                : "the file does not begin with '!" + format.firstLine() + "'",
                isSwapped ? "Say --format " + (first.startsWith("gaf") ? "gaf" : "gpad") + "."
                        : "Download the file in this version from " + request.format().publisher() + "."),
                first);
        return false;
    }

    private void checkHeader(List<String> header, ImportReport findings) {
        for (String entry : STATED) {
            if (header.stream().noneMatch(l -> l.strip().startsWith(entry + ":"))) {
                findings.tally(ImportRule.HEADER, Severity.WARNING, 1, "", "lines missing from the header that state "
                        + entry, "", "The file is used all the same; tell the publisher.");
            }
        }
    }

    private boolean line(TableLine line, AnnotationClaims claims, ImportReport findings) {
        if (line instanceof TableLine.Unreadable bad) {
            findings.row(bad.number(), bad.error(), bad.text());
            return false;
        }
        TableLine.Row row = (TableLine.Row) line;
        if (row.cells().size() != format.fields()) {
            findings.row(row.number(), CellError.of(ImportRule.FIELDS, "the row has " + row.cells().size()
                    + " fields, and the format "
                    + format.fields(),
                    row.cells().size() == 1 ? "Part the fields by tabs."
                            : "Restore the missing tabs, or delete those too many; empty fields keep their tabs."),
                    row.cells().get(0).text());
            return false;
        }
        return format.annotation(row.number(), row.cells(), findings).map(claims::take).orElse(false);
    }
}
