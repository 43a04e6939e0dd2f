package org.secretomegraph.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.secretomegraph.graph.RdfSource;
import org.secretomegraph.graph.store.Materializer;
import org.secretomegraph.io.BundledFiles;
import org.secretomegraph.shacl.ShapeLibrary;

/**
 * What all measurements share: the ontology, the rules of what follows, and the shapes in four cuts.
 *
 * @param ontology   our ontology
 * @param derivation the rules that ship
 * @param rulebooks  the shapes that ship, and parts of them
 */
record BenchmarkData(Graph ontology, Materializer derivation, Map<Cut, ShapeLibrary> rulebooks) {

    /** Which of the shapes. */
    enum Cut {
        /** The shapes as they ship. */
        ALL,
        /** Without {@code sh:sparql}. */
        ALL_CORE,
        /** What RDF4J understands. */
        SHARED,
        /** What RDF4J understands, without {@code sh:sparql}. */
        SHARED_CORE;

        boolean isShared() {
            return this == SHARED || this == SHARED_CORE;
        }
    }

    static BenchmarkData open(Path out) throws IOException {
        try (BundledFiles bundle = BundledFiles.open()) {
            ShapeLibrary all = ShapeLibrary.read(bundle.files("shapes", ".ttl").stream()
                    .filter(file -> file.getParent().endsWith("shapes")).toList());
            Graph shapes = all.shapes().getGraph();
            Map<Cut, ShapeLibrary> rulebooks = new EnumMap<>(Cut.class);
            rulebooks.put(Cut.ALL, all);
            rulebooks.put(Cut.ALL_CORE, reread(SharedShapes.withoutQueries(shapes), out));
            rulebooks.put(Cut.SHARED, reread(SharedShapes.of(shapes, true), out));
            rulebooks.put(Cut.SHARED_CORE, reread(SharedShapes.of(shapes, false), out));
            return new BenchmarkData(RdfSource.triples(bundle.file("ontology/scso.ttl")),
                    new Materializer(bundle.files("ontology/rules", ".rq")), rulebooks);
        }
    }

    private static ShapeLibrary reread(Graph shapes, Path out) throws IOException {
        Files.createDirectories(out);
        Path file = Files.createTempFile(out, "shapes", ".ttl");
        try {
            try (OutputStream text = Files.newOutputStream(file)) {
                RDFDataMgr.write(text, shapes, RDFFormat.TURTLE_BLOCKS);
            }
            return ShapeLibrary.read(List.of(file));
        } finally {
            Files.delete(file);
        }
    }
}
