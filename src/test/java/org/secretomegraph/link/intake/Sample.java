package org.secretomegraph.link.intake;

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
import org.secretomegraph.guard.Finding;
import org.secretomegraph.link.source.Progress;

/** The made-up files in {@code src/test/resources/import}, and what reading one comes to. */
record Sample(Graph triples, Intake.Reading reading, Intake intake) {
    static final Path FOLDER = Path.of("src/test/resources/import");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final KnownTerms KNOWN = KnownTerms.of(BundledGraph.snapshot().union());

    static Sample read(ImportFormat format, boolean everything, Path... files) {
        return all(format, everything, files).get(0);
    }

    static List<Sample> all(ImportFormat format, boolean everything, Path... files) {
        List<Sample> all = new ArrayList<>();
        for (Intake intake : intakes(format, everything, files)) {
            Graph triples = GraphFactory.createDefaultGraph();
            all.add(new Sample(triples, intake.read(triples::add), intake));
        }
        return all;
    }

    static List<Intake> intakes(ImportFormat format, boolean everything, Path... files) {
        return Intakes.of(new ImportRequest(format, List.of(files), everything, Optional.empty(), Optional.empty(), CLOCK,
                Progress.SILENT), KNOWN);
    }

    static Path file(String name) {
        return FOLDER.resolve(name);
    }

    static String text(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The findings of a rule. */
    List<Finding> of(String rule) {
        return reading.findings().stream().filter(f -> f.ruleName().equals(rule)).toList();
    }
}
