package org.secretomegraph.importing.vesicle;

import java.util.List;
import org.secretomegraph.importing.record.TableRow;

/**
 * An experiment of Vesiclepedia or ExoCarta.
 *
 * @param id        its number
 * @param pmid      its publication; empty when it has none
 * @param year      when that was published; empty when not stated
 * @param sample    where the vesicles are from, as the table says
 * @param isolation how they were isolated
 * @param types     what kinds of vesicle they are
 */
record Experiment(String id, String pmid, String year, String sample, List<String> isolation, List<String> types) {

    static Experiment of(TableRow<VesicleColumn> row) {
        String pmid = row.text(VesicleColumn.PUBMED_ID);
        String year = row.text(VesicleColumn.YEAR);
        String name = row.text(VesicleColumn.SAMPLE_NAME);
        return new Experiment(row.text(VesicleColumn.EXPERIMENT_ID), pmid.matches("0+") ? "" : pmid,
                year.equals("0") ? "" : year, name.isEmpty() ? row.text(VesicleColumn.SAMPLE) : name,
                row.values(VesicleColumn.ISOLATION), row.values(VesicleColumn.VESICLE_TYPE));
    }
}
