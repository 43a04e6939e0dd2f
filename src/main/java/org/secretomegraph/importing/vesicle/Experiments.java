package org.secretomegraph.importing.vesicle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.secretomegraph.importing.record.ImportReport;
import org.secretomegraph.report.Finding;
import org.secretomegraph.table.CellError;
import org.secretomegraph.table.SheetRule;

/** The experiments that tables of cargo refer to, by their numbers. */
final class Experiments {
    private final VesicleFile file;
    private final ImportReport findings;
    private final Map<String, Experiment> byId = new HashMap<>();

    private Experiments(VesicleFile file) {
        this.file = file;
        this.findings = new ImportReport(file.file().name());
    }

    static Experiments read(VesicleFile file) {
        Experiments all = new Experiments(file);
        file.read(all.findings, row -> {
            Experiment experiment = Experiment.of(row);
            if (all.byId.putIfAbsent(experiment.id(), experiment) != null) {
                row.report(VesicleColumn.EXPERIMENT_ID, CellError.of(SheetRule.KEY_TWICE, "another row has this number",
                        "Give the file as it was downloaded."), all.findings);
            }
        });
        return all;
    }

    Optional<Experiment> of(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    VesicleFile file() {
        return file;
    }

    List<Finding> findings() {
        return findings.all();
    }

    boolean isClean() {
        return findings.isClean();
    }
}
