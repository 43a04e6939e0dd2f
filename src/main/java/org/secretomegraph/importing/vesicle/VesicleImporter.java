package org.secretomegraph.importing.vesicle;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.secretomegraph.findings.CellIndex;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.importing.record.CellIndexes;
import org.secretomegraph.importing.record.ImportReport;
import org.secretomegraph.importing.record.ImportRequest;
import org.secretomegraph.importing.record.ImportTerms;
import org.secretomegraph.importing.record.Importer;
import org.secretomegraph.importing.record.Provenance;
import org.secretomegraph.importing.record.StableKeys;
import org.secretomegraph.io.DownloadedFile;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.report.Finding;
import org.secretomegraph.vocab.Scso;

/** A table of cargo of Vesiclepedia or ExoCarta, with the experiments that its rows are of. */
public final class VesicleImporter implements Importer {
    private final ImportRequest request;
    private final VesicleFile file;
    private final Experiments experiments;
    private final boolean tellsOfExperiments;
    private final ImportTerms known;

    private VesicleImporter(ImportRequest request, VesicleFile file, Experiments experiments,
            boolean tellsOfExperiments,
            ImportTerms known) {
        this.request = request;
        this.file = file;
        this.experiments = experiments;
        this.tellsOfExperiments = tellsOfExperiments;
        this.known = known;
    }

    /** The tables of cargo among the files, each with the one table of experiments. */
    public static List<Importer> of(ImportRequest request, ImportTerms known) {
        List<VesicleFile> files =
                request.files().stream().map(path -> VesicleFile.of(DownloadedFile.of(path, request.progress()),
                        request.format())).toList();
        List<VesicleFile> tables = files.stream().filter(f -> f.table() == VesicleTable.EXPERIMENTS).toList();
        if (tables.size() != 1) {
            throw new InvalidInputException(tables.isEmpty()
                    ? "the table of experiments is not among the files: without it nobody knows the"
                            + " publications; add the file with the column PUBMED ID"
                    : tables.get(1).file().name()
                            + ": is a second table of experiments; name one");
        }
        if (files.size() == 1) {
            throw new InvalidInputException(
                    files.get(0).file().name() + ": is the table of experiments alone; name a table of cargo too");
        }
        Experiments experiments = Experiments.read(tables.get(0));
        List<Importer> importers = new ArrayList<>();
        files.stream().filter(f -> f.table() != VesicleTable.EXPERIMENTS)
                .forEach(f -> importers.add(new VesicleImporter(request, f, experiments, importers.isEmpty(), known)));
        return importers;
    }

    @Override
    public String name() {
        return file.file().name();
    }

    @Override
    public Node graph() {
        return NamedGraphs.imported(request.format().toString(), StableKeys.stem(file.file().fileName()));
    }

    @Override
    public CellIndex layout() {
        EnumMap<VesicleColumn, Integer> places = new EnumMap<>(VesicleColumn.class);
        file.table().columns().forEach(column -> places.put(column, file.table().columns().indexOf(column)));
        return CellIndexes.of(places, Map.of(Scso.publication, VesicleColumn.EXPERIMENT_ID, Scso.object,
                VesicleColumn.EXPERIMENT_ID, Scso.donorSpecies, VesicleColumn.SPECIES, Scso.assay,
                VesicleColumn.METHODS,
                Scso.subject, switch (file.table()) {
                    case MIRNAS -> VesicleColumn.MIRNA;
                    case LIPIDS -> VesicleColumn.LIPID;
                    default -> VesicleColumn.GENE;
                }));
    }

    @Override
    public Reading read(Consumer<Triple> out) {
        ImportReport findings = new ImportReport(name());
        VesicleClaims claims = new VesicleClaims(request, known, experiments, findings, file, graph(), out);
        LongAdder claimCount = new LongAdder();
        long rows = experiments.isClean() ? file.read(findings, row -> {
            if (claims.take(row)) {
                claimCount.increment();
            }
        }) : 0;
        if (findings.isClean() && experiments.isClean()) {
            Provenance.write(request, graph(), List.of(part(file.file()), part(experiments.file().file())), List.of(),
                    out);
        }
        List<Finding> all = new ArrayList<>(tellsOfExperiments || !experiments.isClean() ? experiments.findings()
                : List.of());
        all.addAll(findings.all());
        return new Reading(rows, claimCount.sum(), all, findings.missing());
    }

    private static Provenance.Part part(DownloadedFile file) {
        return new Provenance.Part(file.fileName(), file.checksum());
    }
}
