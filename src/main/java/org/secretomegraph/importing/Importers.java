package org.secretomegraph.importing;

import java.util.List;
import org.secretomegraph.importing.go.AnnotationImporter;
import org.secretomegraph.importing.record.GoDatabases;
import org.secretomegraph.importing.record.ImportRequest;
import org.secretomegraph.importing.record.ImportTerms;
import org.secretomegraph.importing.record.Importer;
import org.secretomegraph.importing.trial.TrialImporter;
import org.secretomegraph.importing.vesicle.VesicleImporter;
import org.secretomegraph.io.DownloadedFile;

/** The files of a request, each ready to be read. */
public final class Importers {
    private Importers() {}

    /** @throws org.secretomegraph.io.InvalidInputException when a file is not there */
    public static List<Importer> of(ImportRequest request, ImportTerms known) {
        return switch (request.format()) {
            case GAF, GPAD -> {
                GoDatabases databases = GoDatabases.bundled();
                yield request.files().stream().<Importer>map(file -> new AnnotationImporter(request,
                        DownloadedFile.of(file, request.progress()), known, databases)).toList();
            }
            case VESICLEPEDIA, EXOCARTA -> VesicleImporter.of(request, known);
            case CLINICALTRIALS -> request.files().stream()
                    .<Importer>map(path -> new TrialImporter(request, path, known))
                    .toList();
        };
    }
}
