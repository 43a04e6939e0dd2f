package org.secretomegraph.release.export;

import java.util.Locale;
import org.secretomegraph.graph.store.Snapshot;

/** The formats of other tools that the graph can be written in. */
public enum ExportFormat implements Export {
    /** Nodes and edges in the words of the Biolink Model; two tables. */
    KGX(new KgxExport()),
    /** Mappings. */
    SSSOM(new SssomExport()),
    /** The ontology with its slices. */
    OBOGRAPHS(new OboGraphExport()),
    /** Claims as nanopublications. */
    NANOPUB(new NanopubExport()),
    /** Dataset, terms and claims in schema.org's words. */
    JSONLD(new JsonLdExport());

    private final Export export;

    ExportFormat(Export export) {
        this.export = export;
    }

    @Override
    public ExportResult of(Snapshot snapshot) {
        return export.of(snapshot);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
