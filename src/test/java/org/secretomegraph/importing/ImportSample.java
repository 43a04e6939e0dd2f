package org.secretomegraph.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.importing.record.ImportFormat;
import org.secretomegraph.importing.record.ImportRequest;
import org.secretomegraph.importing.record.ImportTerms;
import org.secretomegraph.importing.record.Importer;
import org.secretomegraph.io.ReadProgress;
import org.secretomegraph.report.Finding;

/** The made-up files in {@code src/test/resources/import}, and what reading one comes to. */
public record ImportSample(Graph triples, Importer.Reading reading, Importer importer) {
    static final Path FOLDER = Path.of("src/test/resources/import");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final ImportTerms KNOWN = ImportTerms.of(BundledGraph.snapshot().union());

    public static ImportSample read(ImportFormat format, boolean everything, Path... files) {
        return all(format, everything, files).get(0);
    }

    public static List<ImportSample> all(ImportFormat format, boolean everything, Path... files) {
        List<ImportSample> all = new ArrayList<>();
        for (Importer importer : importers(format, everything, files)) {
            Graph triples = GraphFactory.createDefaultGraph();
            all.add(new ImportSample(triples, importer.read(triples::add), importer));
        }
        return all;
    }

    static List<Importer> importers(ImportFormat format, boolean everything, Path... files) {
        return Importers
                .of(new ImportRequest(format, List.of(files), everything, Optional.empty(), Optional.empty(), CLOCK,
                        ReadProgress.SILENT), KNOWN);
    }

    public static Path file(String name) {
        return FOLDER.resolve(name);
    }

    public static String text(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The findings of a rule. */
    public List<Finding> of(String rule) {
        return reading.findings().stream().filter(f -> f.ruleName().equals(rule)).toList();
    }
}
