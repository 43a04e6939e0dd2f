package org.secretomegraph.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.graph.Snapshot;
import org.secretomegraph.guard.Place;
import org.secretomegraph.link.source.Fact;
import org.secretomegraph.link.source.Progress;
import org.secretomegraph.link.source.ReleaseFile;

/** What real releases were found to do: each test is one of them, made small. */
class ReleaseOdditiesTest {
    private static final String OBO = "http://purl.obolibrary.org/obo/";
    private static final String RDF = """
            @prefix obo: <http://purl.obolibrary.org/obo/> .
            @prefix oboInOwl: <http://www.geneontology.org/formats/oboInOwl#> .
            @prefix owl: <http://www.w3.org/2002/07/owl#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            """;

    @TempDir
    private Path folder;

    /** The Sequence Ontology's relations were {@code obo/#adjacent_to} in OBO and {@code obo/so#adjacent_to} in OWL. */
    @Test
    void callsTheRelationsOfAnOboDocumentAsOwlDoes() throws IOException {
        Map<String, Set<Fact>> said = said(file("so.obo", """
                format-version: 1.2
                ontology: so

                [Typedef]
                id: adjacent_to
                name: adjacent to
                inverse_of: has_participant

                [Typedef]
                id: has_participant
                xref: OBO_REL:has_participant
                xref: RO:0000057
                """));
        assertEquals(Map.of(OBO + "so#adjacent_to", Set.of(Fact.PROPERTY, Fact.LABEL, Fact.INVERSE_OF),
                OBO + "RO_0000057", Set.of(Fact.PROPERTY)), said);
    }

    /** The Relation Ontology of 2025-12-17 gives GO:0003674 two labels, and an OBO file can hold one of them. */
    @Test
    void takesAnyOfSeveralLabelsForRight() throws IOException {
        Path release = file("go.ttl", RDF + """
                obo:go.owl a owl:Ontology .
                obo:GO_0001525 a owl:Class ; rdfs:label "angiogenesis" , "blood vessel sprouting"@en , "Angiogenese"@de .
                """);
        Path sheet = file("claims.tsv", "object\tobject_label\nGO:0001525\tangiogenesis\nGO:0001525\tblood vessel sprouting\n"
                + "GO:0001525\tAngiogenese\n");
        assertEquals(List.of(4L), check(sheet, release).judgement().findings().stream().map(f -> f.place().line()).toList());
    }

    /** Tools write a term that they know by an annotation only as a bare description. */
    @Test
    void knowsATermThatHasALabelAndNoDeclaration() throws IOException {
        Path release = file("go.ttl", RDF + """
                obo:go.owl a owl:Ontology .
                obo:GO_0006915 a owl:Class ; rdfs:label "apoptotic process" .
                obo:GO_0001525 rdfs:label "angiogenesis" .
                obo:GO_0042060 owl:deprecated true ; obo:IAO_0100001 obo:GO_0001525 .
                obo:GO_0000001 a owl:AnnotationProperty ; rdfs:label "no term" .
                """);
        Path sheet = file("claims.tsv", "object\tobject_label\nGO:0001525\tangiogenesis\nGO:0042060\twound healing\n"
                + "GO:0000001\tno term\n");
        assertEquals(List.of("3 Identifier-obsolete Use GO:0001525.",
                "4 Identifier-unknown Correct the identifier, or look it up in a newer release."),
                check(sheet, release).judgement().findings().stream()
                        .map(f -> f.place().line() + " " + f.ruleName() + " " + f.remedy()).toList());
    }

    @Test
    void saysThatWhatTheReleaseImportsIsNotRead() throws IOException {
        Path release = file("go.ttl", RDF + "obo:go.owl a owl:Ontology ; owl:imports obo:a.owl , obo:b.owl , obo:c.owl , obo:d.owl .\n"
                + "obo:GO_0001525 a owl:Class ; rdfs:label \"angiogenesis\" .\n");
        String note = extraction(release).note().orElseThrow();
        assertTrue(note.contains("imports " + OBO + "a.owl, " + OBO + "b.owl, " + OBO + "c.owl and 1 more, which is not read"), note);
        assertEquals(List.of(note), check(file("c.tsv", "object\tobject_label\nGO:0001525\tangiogenesis\n"), release).notes());
        Path obo = file("go.obo", "format-version: 1.4\nontology: go\nimport: http://example.org/x.obo\n\n[Term]\nid: GO:0001525\n");
        assertTrue(extraction(obo).note().orElseThrow().contains("imports http://example.org/x.obo, which"));
    }

    /** PSI-MI states the day on which it was saved and no version; EDAM's older releases use DOAP's word for it. */
    @Test
    void findsAVersionWhereverOneIsStated() throws IOException {
        assertEquals(Optional.of("2021-04-15"), version(file("mi.obo",
                "format-version: 1.2\ndate: 15:04:2021 22:57\ndefault-namespace: PSI-MI\n\n[Term]\nid: MI:0001\nname: x\n")));
        assertEquals(Optional.of("2021-04-15"), version(file("mi.ttl", RDF
                + "obo:mi.owl a owl:Ontology ; oboInOwl:date \"15:04:2021 22:57\" . obo:MI_0001 a owl:Class .")));
        assertEquals(Optional.of("1.2"), version(file("edam.ttl", RDF
                + "obo:mi.owl a owl:Ontology ; <http://usefulinc.com/ns/doap#Version> \"1.2\" . obo:MI_0001 a owl:Class .")));
        assertEquals(Optional.of("2026-06-26"), version(file("both.obo", "format-version: 1.2\ndate: 15:04:2021 22:57\n"
                + "data-version: releases/2026-06-26\n\n[Term]\nid: MI:0001\nname: x\n")));
    }

    @Test
    void givesTheSameSliceTwice() throws IOException {
        Path release = Path.of("src/test/resources/link/release/tiny.owl");
        List<WantedTerm> wanted = List.of(new WantedTerm(OBO + "TST_0000003", Place.inText("l", 1, "")));
        assertEquals(extraction(release).slice(wanted, Set.of(), List.of()).text(),
                extraction(release).slice(wanted, Set.of(), List.of()).text());
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Extraction extraction(Path release) {
        return new Extraction(ReleaseFile.open(release, Progress.SILENT), new UsedTerms(Snapshot.load(List.of(), List.of())));
    }

    private static Optional<String> version(Path release) {
        ReleaseHeader header = new ReleaseHeader();
        ReleaseFile.open(release, Progress.SILENT).sendTo(new org.secretomegraph.link.source.FactSink() {
            @Override
            public void header(org.secretomegraph.link.source.HeaderFact fact, String value) {
                header.take(fact, value);
            }

            @Override
            public void term(String term, Fact fact, String value) {}
        });
        return header.version();
    }

    private static IdentifierCheck.Result check(Path sheet, Path release) {
        return IdentifierCheck.of(List.of(CheckedFile.of(sheet)), BundledGraph.snapshot(),
                Stream.of(release).map(r -> ReleaseFile.open(r, Progress.SILENT)).toList());
    }

    private static Map<String, Set<Fact>> said(Path release) {
        Map<String, Set<Fact>> said = new TreeMap<>();
        ReleaseFile.open(release, Progress.SILENT).sendTo((term, fact, value) ->
                said.computeIfAbsent(term, t -> new TreeSet<>()).add(fact));
        return said;
    }
}
