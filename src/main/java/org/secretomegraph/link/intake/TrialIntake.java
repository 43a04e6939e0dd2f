package org.secretomegraph.link.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.secretomegraph.graph.BadInput;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.guard.SheetLayout;
import org.secretomegraph.link.source.DataFile;
import org.secretomegraph.link.source.Progress;
import org.secretomegraph.vocab.Scso;

/** Studies of ClinicalTrials.gov: a file, an archive or a folder, as one graph. */
final class TrialIntake implements Intake {
    private final ImportRequest request;
    private final Path path;
    private final KnownTerms known;

    TrialIntake(ImportRequest request, Path path, KnownTerms known) {
        if (!Files.isDirectory(path)) {
            DataFile.of(path, request.progress());
        }
        this.request = request;
        this.path = path;
        this.known = known;
    }

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public Node graph() {
        return NamedGraphs.imported(request.format().toString(), Keys.stem(path.toAbsolutePath().getFileName().toString()));
    }

    /** What stands in a row of a table stands in a field of a record here. */
    @Override
    public SheetLayout layout() {
        return SheetLayout.of(Map.of(), Map.of(Scso.subject.getURI(), TrialField.INTERVENTIONS.heading(),
                Scso.object.getURI(), TrialField.CONDITIONS.heading(), Scso.registration.getURI(),
                TrialField.NCT_ID.heading()));
    }

    @Override
    public Reading read(Consumer<Triple> out) {
        FileFindings findings = new FileFindings(name());
        TrialClaims claims = new TrialClaims(request, known, findings,
                Keys.prefix(request.format(), path.toAbsolutePath().getFileName().toString()), graph(), out);
        TreeSet<String> versions = new TreeSet<>();
        long[] made = new long[1];
        long records = new TrialReader(findings, study -> {
            made[0] += claims.take(study);
            versions.add(study.text(TrialField.VERSION));
        }).read(request, path);
        if (findings.isClean()) {
            Provenance.say(request, graph(), parts(), versions.stream().filter(v -> !v.isEmpty()).limit(5)
                    .map(v -> "derivedSection.miscInfoModule.versionHolder: " + v).toList(), out);
        }
        return new Reading(records, made[0], findings.all(), findings.missing());
    }

    private List<Provenance.Part> parts() {
        try {
            List<Provenance.Part> parts = new ArrayList<>();
            for (Path file : Files.isDirectory(path) ? TrialReader.jsonFiles(path) : List.of(path)) {
                DataFile data = DataFile.of(file, Progress.SILENT);
                parts.add(new Provenance.Part(data.fileName(), data.checksum()));
            }
            return parts;
        } catch (IOException e) {
            throw new BadInput(path + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
