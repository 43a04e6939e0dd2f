package org.secretomegraph.link.intake;

import java.util.List;
import org.secretomegraph.link.source.DataFile;

/** The files of a request, each ready to be read. */
public final class Intakes {
    private Intakes() {}

    /** @throws org.secretomegraph.graph.BadInput when a file is not there */
    public static List<Intake> of(ImportRequest request, KnownTerms known) {
        return switch (request.format()) {
            case GAF, GPAD -> {
                GoDatabases databases = GoDatabases.bundled();
                yield request.files().stream().<Intake>map(file -> new AnnotationIntake(request,
                        DataFile.of(file, request.progress()), known, databases)).toList();
            }
            case VESICLEPEDIA, EXOCARTA -> VesicleIntake.of(request, known);
            case CLINICALTRIALS -> request.files().stream().<Intake>map(path -> new TrialIntake(request, path, known))
                    .toList();
        };
    }
}
