package org.secretomegraph.importing.vesicle;

import static org.secretomegraph.importing.vesicle.VesicleColumn.COMMENTS;
import static org.secretomegraph.importing.vesicle.VesicleColumn.CONTENT_ID;
import static org.secretomegraph.importing.vesicle.VesicleColumn.CONTENT_TYPE;
import static org.secretomegraph.importing.vesicle.VesicleColumn.DESCRIPTION;
import static org.secretomegraph.importing.vesicle.VesicleColumn.EXPERIMENT_ID;
import static org.secretomegraph.importing.vesicle.VesicleColumn.GENE;
import static org.secretomegraph.importing.vesicle.VesicleColumn.GENE_OF_MIRNA;
import static org.secretomegraph.importing.vesicle.VesicleColumn.IDENTIFICATIONS;
import static org.secretomegraph.importing.vesicle.VesicleColumn.ISOLATION;
import static org.secretomegraph.importing.vesicle.VesicleColumn.LIPID;
import static org.secretomegraph.importing.vesicle.VesicleColumn.METHODS;
import static org.secretomegraph.importing.vesicle.VesicleColumn.MIRNA;
import static org.secretomegraph.importing.vesicle.VesicleColumn.PUBMED_ID;
import static org.secretomegraph.importing.vesicle.VesicleColumn.SAMPLE;
import static org.secretomegraph.importing.vesicle.VesicleColumn.SAMPLE_NAME;
import static org.secretomegraph.importing.vesicle.VesicleColumn.SAMPLE_SOURCE;
import static org.secretomegraph.importing.vesicle.VesicleColumn.SPECIES;
import static org.secretomegraph.importing.vesicle.VesicleColumn.SYMBOL;
import static org.secretomegraph.importing.vesicle.VesicleColumn.VESICLE_TYPE;
import static org.secretomegraph.importing.vesicle.VesicleColumn.YEAR;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The tables of Vesiclepedia and ExoCarta that are imported, told apart by their headings. */
enum VesicleTable {
    EXPERIMENTS("the table of experiments", PUBMED_ID, List.of(EXPERIMENT_ID, PUBMED_ID, SPECIES, DESCRIPTION, SAMPLE,
            SAMPLE_SOURCE, SAMPLE_NAME, IDENTIFICATIONS, METHODS, YEAR, ISOLATION, VESICLE_TYPE)),
    PROTEINS_AND_MRNAS("the table of proteins and mRNAs", SYMBOL,
            List.of(CONTENT_ID, CONTENT_TYPE, GENE, SYMBOL, SPECIES,
                    EXPERIMENT_ID, METHODS)),
    MIRNAS("the table of microRNAs", MIRNA, List.of(CONTENT_ID, CONTENT_TYPE, MIRNA, SPECIES, EXPERIMENT_ID, METHODS,
            GENE_OF_MIRNA, COMMENTS)),
    LIPIDS("the table of lipids", LIPID, List.of(CONTENT_ID, CONTENT_TYPE, LIPID, SPECIES, EXPERIMENT_ID, METHODS));

    private static final int ENOUGH = 3;

    private final String title;
    private final VesicleColumn mark;
    private final List<VesicleColumn> columns;

    VesicleTable(String title, VesicleColumn mark, List<VesicleColumn> columns) {
        this.title = title;
        this.mark = mark;
        this.columns = columns;
    }

    /** The table with these headings, some of which may be spoilt; empty when it is none that is imported. */
    static Optional<VesicleTable> of(List<String> headings) {
        return Arrays.stream(values()).filter(t -> t.hits(headings) >= ENOUGH)
                .max(Comparator.comparing((VesicleTable t) -> t.isMarked(headings))
                        .thenComparing(t -> t.hits(headings)));
    }

    private boolean isMarked(List<String> headings) {
        return headings.stream().anyMatch(mark::isNamed);
    }

    private long hits(List<String> headings) {
        return columns.stream().filter(c -> headings.stream().anyMatch(c::isNamed)).count();
    }

    String title() {
        return title;
    }

    List<VesicleColumn> columns() {
        return columns;
    }
}
