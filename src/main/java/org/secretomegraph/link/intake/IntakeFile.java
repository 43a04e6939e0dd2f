package org.secretomegraph.link.intake;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.secretomegraph.graph.BadInput;
import org.secretomegraph.graph.WholeFile;
import org.secretomegraph.guard.Finding;
import org.secretomegraph.guard.Judgement;
import org.secretomegraph.guard.Severity;
import org.secretomegraph.vocab.Prefixes;

/**
 * An RDF file that imported data is written to as a stream, however much it is. The files are read once to find what is
 * wrong, and again to be written: the RDF file is made whole or not at all. The shapes do not judge it; {@code secretome
 * validate} does.
 *
 * @param path  the RDF file
 * @param floor findings from this severity on refuse the files
 */
public record IntakeFile(Path path, Severity floor) {
    private static final Map<String, RDFFormat> FORMATS = Map.of("trig", RDFFormat.TRIG_BLOCKS, "ttl",
            RDFFormat.TURTLE_BLOCKS, "nq", RDFFormat.NQUADS, "nt", RDFFormat.NTRIPLES);

    /** What became of all files together. */
    public IntakeOutcome write(List<Intake> intakes, boolean dryRun) {
        RDFFormat format = format();
        long[] triples = new long[1];
        List<Intake.Reading> readings = new ArrayList<>();
        intakes.forEach(intake -> readings.add(intake.read(t -> triples[0]++)));
        Intake.Reading all = together(readings);
        Judgement judgement = Judgement.sorted(all.findings(), (int) Math.min(Integer.MAX_VALUE, triples[0]));
        boolean accepted = judgement.passes(floor);
        if (accepted && !dryRun) {
            WholeFile.replace(path, out -> write(intakes, format, out));
        }
        return new IntakeOutcome(accepted, all, judgement, triples[0]);
    }

    private RDFFormat format() {
        String name = path.getFileName().toString();
        return Optional.ofNullable(FORMATS.get(name.substring(name.lastIndexOf('.') + 1))).orElseThrow(() -> new BadInput(path
                + ": the name does not tell the RDF syntax; use one of .trig .ttl .nq .nt"));
    }

    private static void write(List<Intake> intakes, RDFFormat format, OutputStream out) {
        StreamRDF writer = StreamRDFWriter.getWriterStream(out, format);
        writer.start();
        Prefixes.standard().forEach(writer::prefix);
        boolean hasGraphs = format == RDFFormat.TRIG_BLOCKS || format == RDFFormat.NQUADS;
        intakes.forEach(intake -> intake.read(t -> {
            if (hasGraphs) {
                writer.quad(Quad.create(intake.graph(), t));
            } else {
                writer.triple(t);
            }
        }));
        writer.finish();
    }

    private static Intake.Reading together(List<Intake.Reading> readings) {
        List<Finding> findings = new ArrayList<>();
        java.util.TreeSet<String> missing = new java.util.TreeSet<>();
        readings.forEach(r -> findings.addAll(r.findings()));
        readings.forEach(r -> missing.addAll(r.missing()));
        return new Intake.Reading(readings.stream().mapToLong(Intake.Reading::rows).sum(),
                readings.stream().mapToLong(Intake.Reading::claims).sum(), findings, missing);
    }
}
