package org.secretomegraph.importing;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.secretomegraph.importing.record.ImportResult;
import org.secretomegraph.importing.record.Importer;
import org.secretomegraph.io.AtomicFile;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.Severity;
import org.secretomegraph.report.ValidationResult;
import org.secretomegraph.vocab.Prefixes;

/**
 * An RDF file that imported data is written to as a stream, however much it is. The files are read once to find what is
 * wrong, and again to be written: the RDF file is made whole or not at all. The shapes do not judge it; {@code
 * secretome validate} does.
 *
 * @param path  the RDF file
 * @param floor findings from this severity on refuse the files
 */
public record RdfFileTarget(Path path, Severity floor) {
    private static final Map<String, RDFFormat> FORMATS = Map.of("trig", RDFFormat.TRIG_BLOCKS, "ttl",
            RDFFormat.TURTLE_BLOCKS, "nq", RDFFormat.NQUADS, "nt", RDFFormat.NTRIPLES);

    /** What became of all files together. */
    public ImportResult write(List<Importer> importers, boolean dryRun) {
        RDFFormat format = format();
        LongAdder triples = new LongAdder();
        List<Importer.Reading> readings = new ArrayList<>();
        importers.forEach(importer -> readings.add(importer.read(t -> triples.increment())));
        Importer.Reading all = together(readings);
        ValidationResult validation =
                ValidationResult.sorted(all.findings(), (int) Math.min(Integer.MAX_VALUE, triples.sum()));
        boolean accepted = validation.passes(floor);
        if (accepted && !dryRun) {
            AtomicFile.replace(path, out -> write(importers, format, out));
        }
        return new ImportResult(accepted, all, validation, triples.sum());
    }

    private RDFFormat format() {
        String name = path.getFileName().toString();
        return Optional.ofNullable(FORMATS.get(name.substring(name.lastIndexOf('.') + 1)))
                .orElseThrow(() -> new InvalidInputException(path
                        + ": the name does not tell the RDF syntax; use one of .trig .ttl .nq .nt"));
    }

    private static void write(List<Importer> importers, RDFFormat format, OutputStream out) {
        StreamRDF writer = StreamRDFWriter.getWriterStream(out, format);
        writer.start();
        Prefixes.standard().forEach(writer::prefix);
        boolean hasGraphs = format == RDFFormat.TRIG_BLOCKS || format == RDFFormat.NQUADS;
        importers.forEach(importer -> importer.read(t -> {
            if (hasGraphs) {
                writer.quad(Quad.create(importer.graph(), t));
            } else {
                writer.triple(t);
            }
        }));
        writer.finish();
    }

    private static Importer.Reading together(List<Importer.Reading> readings) {
        List<Finding> findings = new ArrayList<>();
        TreeSet<String> missing = new TreeSet<>();
        readings.forEach(r -> findings.addAll(r.findings()));
        readings.forEach(r -> missing.addAll(r.missing()));
        return new Importer.Reading(readings.stream().mapToLong(Importer.Reading::rows).sum(),
                readings.stream().mapToLong(Importer.Reading::claims).sum(), findings, missing);
    }
}
