package org.secretomegraph.linking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.secretomegraph.Scale;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.io.ReadProgress;
import org.secretomegraph.linking.release.OntologyFormat;
import org.secretomegraph.linking.release.OntologyRelease;
import org.secretomegraph.linking.slice.SeedTerm;
import org.secretomegraph.linking.slice.SliceExtractor;
import org.secretomegraph.linking.slice.TermUsage;
import org.secretomegraph.report.Location;

/**
 * A release is read as a stream. The daily run reads a megabyte in each format, the proof 200; that these fit into 1 GB
 * is
 * shown by
 *
 * <pre>mvn test -Pproof -Dtest=LargeReleaseTest -DargLine=-Xmx1g</pre>
 */
class LargeReleaseTest {
    private static final long SIZE = Scale.of(1, 200) * 1_000_000L;
    private static final String OBO = "http://purl.obolibrary.org/obo/";
    private static final String SAYING =
            "A made-up definition that is long enough to be like one of a real ontology, with"
                    + " a second half that says when the term is to be used and when it is not, and for whom. "
                            .repeat(3);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(OntologyFormat.class)
    void readsALargeReleaseAsAStream(OntologyFormat format) throws IOException {
        Path file = folder.resolve("big");
        int last = write(format, file);
        SliceExtractor.Result result = new SliceExtractor(OntologyRelease.open(file, ReadProgress.SILENT),
                new TermUsage(Snapshot.load(List.of(), List.of())))
                .slice(List.of(new SeedTerm(iri(last), Location.inText("list", 1, ""))), Set.of(), List.of());
        // Term n is under n / 2: the ancestors of the last one are its number's binary prefixes.
        assertEquals(Integer.SIZE - Integer.numberOfLeadingZeros(last), result.terms());
        Files.delete(file);
    }

    private static int write(OntologyFormat format, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(switch (format) {
                case OBO -> "format-version: 1.4\nontology: big\n";
                case OBO_GRAPHS -> "{\"graphs\": [ {\"id\": \"" + OBO + "big.owl\", \"nodes\": [ ";
                case RDF_XML -> "<?xml version=\"1.0\"?>\n<!DOCTYPE rdf:RDF [ <!ENTITY obo \"" + OBO + "\" > ]>\n"
                        + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
                        + " xmlns:owl=\"http://www.w3.org/2002/07/owl#\" xmlns:obo=\"" + OBO + "\""
                        + " xmlns:rdfs=\"http://www.w3.org/2000/01/rdf-schema#\">\n"
                        + "<owl:Ontology rdf:about=\"&obo;big.owl\"/>\n";
                case TURTLE -> "@prefix obo: <" + OBO + "> .\n@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
                        + "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\nobo:big.owl a owl:Ontology .\n";
            });
            int n = 0;
            for (long written = 0; written < SIZE;) {
                String term = term(format, ++n);
                out.write(term);
                written += term.length();
            }
            out.write(end(format, n));
            return n;
        }
    }

    private static String term(OntologyFormat format, int n) {
        return switch (format) {
            case OBO -> "\n[Term]\nid: BIG:%08d\nname: term number %d\ndef: \"%s\" [BIG:0]\nsynonym: \"number %d\" EXACT []\n%s"
                    .formatted(n, n, SAYING, n, n == 1 ? "" : "is_a: BIG:%08d ! above\n".formatted(n / 2));
            case OBO_GRAPHS -> (n == 1 ? "" : ",")
                    + "{\"id\": \"%s\", \"lbl\": \"term number %d\", \"type\": \"CLASS\", \"meta\": {\"definition\": {\"val\": \"%s\"}}}\n"
                            .formatted(iri(n), n, SAYING);
            case RDF_XML -> "<owl:Class rdf:about=\"&obo;BIG_%08d\"><rdfs:label>term number %d</rdfs:label><obo:IAO_0000115>%s</obo:IAO_0000115>%s</owl:Class>\n"
                    .formatted(n, n, SAYING, n == 1 ? "" : "<rdfs:subClassOf rdf:resource=\"" + iri(n / 2) + "\"/>");
            case TURTLE -> "obo:BIG_%08d a owl:Class ; rdfs:label \"term number %d\" ; obo:IAO_0000115 \"%s\"%s .\n"
                    .formatted(n, n, SAYING, n == 1 ? "" : " ; rdfs:subClassOf obo:BIG_%08d".formatted(n / 2));
        };
    }

    private static String end(OntologyFormat format, int n) {
        if (format != OntologyFormat.OBO_GRAPHS) {
            return format == OntologyFormat.RDF_XML ? "</rdf:RDF>\n" : "";
        }
        StringBuilder edges = new StringBuilder("], \"edges\": [ ");
        for (int i = 2; i <= n; i++) {
            edges.append(i == 2 ? "" : ",").append("{\"sub\": \"").append(iri(i))
                    .append("\", \"pred\": \"is_a\", \"obj\": \"")
                    .append(iri(i / 2)).append("\"}\n");
        }
        return edges.append("] } ] }").toString();
    }

    private static String iri(int n) {
        return OBO + "BIG_%08d".formatted(n);
    }
}
