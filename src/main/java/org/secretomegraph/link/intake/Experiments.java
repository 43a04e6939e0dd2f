package org.secretomegraph.link.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.secretomegraph.guard.Finding;
import org.secretomegraph.sheet.Fault;
import org.secretomegraph.sheet.SheetRule;

/** The experiments that tables of cargo refer to, by their numbers. */
final class Experiments {
    private final VesicleFile file;
    private final FileFindings findings;
    private final Map<String, Experiment> byId = new HashMap<>();

    private Experiments(VesicleFile file) {
        this.file = file;
        this.findings = new FileFindings(file.file().name());
    }

    static Experiments read(VesicleFile file) {
        Experiments all = new Experiments(file);
        file.read(all.findings, row -> {
            Experiment experiment = Experiment.of(row);
            if (all.byId.putIfAbsent(experiment.id(), experiment) != null) {
                row.tell(VesicleColumn.EXPERIMENT_ID, Fault.of(SheetRule.KEY_TWICE, "another row has this number",
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
