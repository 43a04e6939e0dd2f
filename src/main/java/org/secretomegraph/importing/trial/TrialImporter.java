package org.secretomegraph.importing.trial;

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
import org.secretomegraph.findings.CellIndex;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.importing.record.ImportReport;
import org.secretomegraph.importing.record.ImportRequest;
import org.secretomegraph.importing.record.ImportTerms;
import org.secretomegraph.importing.record.Importer;
import org.secretomegraph.importing.record.Provenance;
import org.secretomegraph.importing.record.StableKeys;
import org.secretomegraph.io.DownloadedFile;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.io.ReadProgress;
import org.secretomegraph.vocab.Scso;

/** Studies of ClinicalTrials.gov: a file, an archive or a folder, as one graph. */
public final class TrialImporter implements Importer {
    private final ImportRequest request;
    private final Path path;
    private final ImportTerms known;

    public TrialImporter(ImportRequest request, Path path, ImportTerms known) {
        if (!Files.isDirectory(path)) {
            DownloadedFile.of(path, request.progress());
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
        return NamedGraphs.imported(request.format().toString(),
                StableKeys.stem(path.toAbsolutePath().getFileName().toString()));
    }

    /** What stands in a row of a table stands in a field of a record here. */
    @Override
    public CellIndex layout() {
        return CellIndex.of(Map.of(), Map.of(Scso.subject.getURI(), TrialField.INTERVENTIONS.heading(),
                Scso.object.getURI(), TrialField.CONDITIONS.heading(), Scso.registration.getURI(),
                TrialField.NCT_ID.heading()));
    }

    @Override
    public Reading read(Consumer<Triple> out) {
        ImportReport findings = new ImportReport(name());
        TrialClaims claims = new TrialClaims(request, known, findings,
                StableKeys.prefix(request.format(), path.toAbsolutePath().getFileName().toString()), graph(), out);
        TreeSet<String> versions = new TreeSet<>();
        long records = new TrialReader(findings, study -> {
            claims.take(study);
            versions.add(study.text(TrialField.VERSION));
        }).read(request, path);
        if (findings.isClean()) {
            Provenance.write(request, graph(), parts(), versions.stream().filter(v -> !v.isEmpty()).limit(5)
                    .map(v -> "derivedSection.miscInfoModule.versionHolder: " + v).toList(), out);
        }
        return new Reading(records, claims.count(), findings.all(), findings.missing());
    }

    private List<Provenance.Part> parts() {
        try {
            List<Provenance.Part> parts = new ArrayList<>();
            for (Path file : Files.isDirectory(path) ? TrialReader.jsonFiles(path) : List.of(path)) {
                DownloadedFile data = DownloadedFile.of(file, ReadProgress.SILENT);
                parts.add(new Provenance.Part(data.fileName(), data.checksum()));
            }
            return parts;
        } catch (IOException e) {
            throw new InvalidInputException(path + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
