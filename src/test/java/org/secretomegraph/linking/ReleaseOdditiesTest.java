package org.secretomegraph.linking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.io.ReadProgress;
import org.secretomegraph.io.SyntaxException;
import org.secretomegraph.linking.check.CheckedFile;
import org.secretomegraph.linking.check.IdentifierCheck;
import org.secretomegraph.linking.release.HeaderField;
import org.secretomegraph.linking.release.OntologyHandler;
import org.secretomegraph.linking.release.OntologyRelease;
import org.secretomegraph.linking.release.TermField;
import org.secretomegraph.linking.slice.ReleaseHeader;
import org.secretomegraph.linking.slice.SeedTerm;
import org.secretomegraph.linking.slice.SliceExtractor;
import org.secretomegraph.linking.slice.Term;
import org.secretomegraph.linking.slice.TermExtractor;
import org.secretomegraph.linking.slice.TermUsage;
import org.secretomegraph.report.Location;

/** What real releases were found to do: each test is one of them, made small. */
class ReleaseOdditiesTest {
    private static final String OBO = "http://purl.obolibrary.org/obo/";
    private static final Path CASES = Path.of("src/test/resources/link/cases");
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
        Map<String, Set<TermField>> said = said(file("so.obo", """
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
        assertEquals(Map.of(OBO + "so#adjacent_to", Set.of(TermField.PROPERTY, TermField.LABEL, TermField.INVERSE_OF),
                OBO + "RO_0000057", Set.of(TermField.PROPERTY)), said);
    }

    /** The Relation Ontology of 2025-12-17 gives GO:0003674 two labels, and an OBO file can hold one of them. */
    @Test
    void takesAnyOfSeveralLabelsForRight() throws IOException {
        Path release = file("go.ttl", RDF + """
                obo:go.owl a owl:Ontology .
                obo:GO_0001525 a owl:Class ; rdfs:label "angiogenesis" , "blood vessel sprouting"@en , "Angiogenese"@de .
                """);
        Path sheet = file("claims.tsv",
                "object\tobject_label\nGO:0001525\tangiogenesis\nGO:0001525\tblood vessel sprouting\n"
                        + "GO:0001525\tAngiogenese\n");
        assertEquals(List.of(4L),
                check(sheet, release).judgement().findings().stream().map(f -> f.place().line()).toList());
    }

    /** Tools write a term that they know by an annotation only as a bare description. */
    @Test
    void knowsATermThatHasALabelAndNoDeclaration() throws IOException {
        Path release = file("go.ttl", RDF + """
                obo:go.owl a owl:Ontology .
                obo:GO_0006915 a owl:Class ; rdfs:label "apoptotic process" .
                obo:GO_0001525 rdfs:label "angiogenesis" .
                obo:GO_0042060 owl:deprecated true ; obo:IAO_0100001 obo:GO_0001525 .
                obo:GO_0000001 a rdfs:Datatype ; rdfs:label "no term" .
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
        Path release = file("go.ttl",
                RDF + "obo:go.owl a owl:Ontology ; owl:imports obo:a.owl , obo:b.owl , obo:c.owl , obo:d.owl .\n"
                        + "obo:GO_0001525 a owl:Class ; rdfs:label \"angiogenesis\" .\n");
        String note = extraction(release).note().orElseThrow();
        assertTrue(
                note.contains(
                        "imports " + OBO + "a.owl, " + OBO + "b.owl, " + OBO + "c.owl and 1 more, which is not read"),
                note);
        assertEquals(List.of(note),
                check(file("c.tsv", "object\tobject_label\nGO:0001525\tangiogenesis\n"), release).notes());
        Path obo = file("go.obo",
                "format-version: 1.4\nontology: go\nimport: http://example.org/x.obo\n\n[Term]\nid: GO:0001525\n");
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

    /** The 1.2 guide lets a value go on after a backslash; such a file was refused: "a line must be 'tag: value'". */
    @Test
    void readsOnWhereALineOfAnOboDocumentEndsInABackslash() throws IOException {
        List<String> terms = terms(file("guide.obo", """
                format-version: 1.2
                data-version: releases/\\
                2006-05-02
                ! a comment does not go on \\
                [Term]
                id: GO:0001525
                name: blood vessel formation \\
                from pre-existing blood vessels
                synonym: "sprouting of \\
                vessels ! \\
                in tissue" EXACT []
                comment: ends in a backslash \\\\
                is_a: GO:0048514 ! blood vessel \\
                consider: GO:0001935 \\
                """.strip()));
        assertEquals(List.of("VERSION releases/2006-05-02", "GO_0001525 CLASS ",
                "GO_0001525 LABEL blood vessel formation from pre-existing blood vessels",
                "GO_0001525 EXACT_SYNONYM sprouting of vessels ! in tissue", "GO_0001525 IS_A GO_0048514",
                "GO_0001525 CONSIDER GO_0001935"), terms);
        Path wrong = file("wrong.obo", "format-version: 1.2\n\n[Term]\nid: GO:0001525\nname: a\\\nb\nname c\n");
        assertEquals(wrong + ":7: is not an OBO file: a line must be 'tag: value', [Term], or empty",
                assertThrows(SyntaxException.class, () -> terms(wrong)).getMessage());
    }

    /** Tags that 1.4 has no more, each with what it means now; ontologies of OBO-Edit's time are full of them. */
    @Test
    void readsWhatOnlyObo12Has() throws IOException {
        assertEquals(List.of("VERSION 1.9", "GO_0001525 CLASS ", "GO_0001525 EXACT_SYNONYM exact",
                "GO_0001525 OTHER_SYNONYM narrow", "GO_0001525 OTHER_SYNONYM broad",
                "GO_0001525 EXACT_SYNONYM of its type",
                "GO_0001525 OTHER_SYNONYM as it states", "GO_0001525 OTHER_SYNONYM of no type",
                "GO_0001525 CONSIDER GO_0001935", "GO_0001525 PART_OF GO_0072359", "GO_0001525 PART_OF GO_0048514",
                "RO_0000057 PROPERTY ", "OBO_REL_located_in PROPERTY "), terms(file("old.obo", """
                format-version: 1.2
                version: 1.9
                synonymtypedef: systematic_synonym "Systematic synonym" EXACT
                synonymtypedef: plural "Plural form"
                default-relationship-id-prefix: OBO_REL

                [Term]
                id: GO:0001525
                exact_synonym: "exact" []
                narrow_synonym: "narrow" []
                broad_synonym: "broad" []
                synonym: "of its type" systematic_synonym []
                synonym: "as it states" RELATED systematic_synonym []
                synonym: "of no type" plural []
                use_term: GO:0001935
                relationship: part_of GO:0072359
                relationship: OBO_REL:part_of GO:0048514 {not_necessary="false"}
                relationship: part_of GO:0007275 {not_necessary="true"}

                [Typedef]
                id: has_participant
                xref_analog: RO:0000057

                [Typedef]
                id: located_in
                """)));
        assertEquals(List.of("GO_0001525 CLASS ", "GO_0001525 PART_OF GO_0072359"), terms(file("mapped.obo", """
                format-version: 1.2
                id-mapping: is_part OBO_REL:part_of

                [Term]
                id: GO:0001525
                relationship: is_part GO:0072359
                """)));
    }

    /**
     * Some releases list as an alternative identifier what another of their terms still has: what is declared is in
     * force.
     */
    @Test
    void anIdentifierThatAnotherTermTookOverIsWithdrawnUnlessItIsDeclared() throws IOException {
        Path release = file("go.obo", """
                format-version: 1.4
                ontology: go

                [Term]
                id: GO:0001525
                name: angiogenesis
                alt_id: GO:0042060
                alt_id: GO:0006915

                [Term]
                id: GO:0006915
                name: apoptotic process
                """);
        Path sheet =
                file("claims.tsv", "object\tobject_label\nGO:0042060\twound healing\nGO:0006915\tapoptotic process\n");
        assertEquals(List.of("2 Identifier-obsolete Use GO:0001525."),
                check(sheet, release).judgement().findings().stream()
                        .map(f -> f.place().line() + " " + f.ruleName() + " " + f.remedy()).toList());
        Map<String, Term> read = TermExtractor.read(OntologyRelease.open(release, ReadProgress.SILENT),
                Set.of(OBO + "GO_0042060", OBO + "GO_0006915"));
        assertTrue(read.get(OBO + "GO_0042060").obsolete());
        assertTrue(!read.get(OBO + "GO_0006915").obsolete());
    }

    /** The Sequence Ontology says {@code so#part_of} in OWL, and old OBO files {@code OBO_REL:part_of}. */
    @Test
    void partsAreFoundUnderOtherNamesOfTheRelation() throws IOException {
        Path obo = file("so.obo", """
                format-version: 1.2
                ontology: so

                [Term]
                id: SO:0000001
                name: region
                relationship: part_of SO:0000002
                relationship: adjacent_to SO:0000003
                """);
        Path owl = file("so.ttl", RDF + """
                obo:SO_0000001 a owl:Class ; rdfs:label "region" ; rdfs:subClassOf
                    [ a owl:Restriction ; owl:onProperty <http://purl.obolibrary.org/obo/so#part_of> ;
                      owl:someValuesFrom obo:SO_0000002 ] ,
                    [ a owl:Restriction ; owl:onProperty <http://purl.obolibrary.org/obo/so#adjacent_to> ;
                      owl:someValuesFrom obo:SO_0000003 ] .
                """);
        assertTrue(said(obo).get(OBO + "SO_0000001").contains(TermField.PART_OF));
        assertTrue(said(owl).get(OBO + "SO_0000001").contains(TermField.PART_OF));
    }

    /**
     * A list may ask for terms of an ontology that no row of the map of prefixes has, or spell a known prefix
     * otherwise.
     */
    @Test
    void termsOfOntologiesThatAreNotInTheMapCanBeAskedFor() {
        assertEquals(Optional.of(OBO + "XYZ_ab_0000001"), SeedTerm.iri("XYZ_ab:0000001"));
        assertEquals(Optional.of(OBO + "XYZ_0000001"), SeedTerm.iri("XYZ:0000001"));
        assertEquals(Optional.of(OBO + "GO_0001525"), SeedTerm.iri("go:0001525"));
        assertEquals(Optional.empty(), SeedTerm.iri("angiogenesis"));
        assertEquals(Optional.empty(), SeedTerm.iri(":0001525"));
    }

    /** The NCI Thesaurus writes out its lists, each member within the one before, hundreds of elements deep. */
    @Test
    void readsXmlThatIsHundredsOfElementsDeep() throws IOException {
        String rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
        int deep = 300;
        String member = "<rdf:Description><rdf:first rdf:resource='" + OBO + "GO_1'/><rdf:rest>";
        Path release = file("deep.owl", "<rdf:RDF xmlns:rdf='" + rdf + "' xmlns:owl='http://www.w3.org/2002/07/owl#'>"
                + "<owl:Class rdf:about='" + OBO + "GO_0001525'><owl:unionOf>" + member.repeat(deep)
                + "<rdf:Description rdf:about='" + rdf + "nil'/>" + "</rdf:rest></rdf:Description>".repeat(deep)
                + "</owl:unionOf></owl:Class></rdf:RDF>");
        assertTrue(said(release).get(OBO + "GO_0001525").contains(TermField.CLASS));
    }

    /** Scopes come from the synonym, its type or its tag, in any case; quotes within are not always escaped. */
    @Test
    void readsTheSynonymsOfAnOboDocumentInEveryForm() {
        assertEquals(List.of("EXACT_SYNONYM 2\"-made-up acid", "EXACT_SYNONYM 3,3',3\"-made-up acid",
                "EXACT_SYNONYM L2\\E6", "EXACT_SYNONYM by an old tag", "EXACT_SYNONYM by its type",
                "EXACT_SYNONYM in lower case", "EXACT_SYNONYM with a reference", "IS_A MU_0000002",
                "OTHER_SYNONYM by another old tag", "OTHER_SYNONYM of a type without a scope",
                "OTHER_SYNONYM without a scope"),
                terms(CASES.resolve("synonyms.obo")).stream().filter(t -> t.matches("MU_\\d+ (.*SYNONYM|IS_A).*"))
                        .map(t -> t.replace("MU_0000001 ", "")).sorted().toList());
        assertTrue(terms(CASES.resolve("synonyms.obo")).contains("mu#has_note ANNOTATION_PROPERTY "));
    }

    /** A member that is null says nothing, and a document may have a JSON-LD context beside its graphs. */
    @Test
    void readsNullsAndAContextInOboGraphs() {
        assertEquals(List.of("ONTOLOGY " + "mu.owl", "MU_0000001 CLASS ", "MU_0000001 LABEL made-up thing",
                "MU_0000002 CLASS ", "MU_0000003 ANNOTATION_PROPERTY ", "MU_0000003 LABEL made-up note",
                "MU_0000004 DATA_PROPERTY ", "MU_0000004 LABEL made-up value"),
                terms(CASES.resolve("nulls.json")).stream().map(t -> t.replace(OBO, "")).toList());
    }

    /** Declared properties of every kind and individuals are known; a slice declares each as what it is. */
    @Test
    void knowsAnnotationAndDataPropertiesAndIndividuals() {
        Path release = CASES.resolve("declarations.owl");
        assertEquals(List.of("7 Identifier-unknown"), check(CASES.resolve("declarations.tsv"), release).judgement()
                .findings().stream().map(f -> f.place().line() + " " + f.ruleName()).toList());
        String slice = extraction(release).slice(Stream.of(1, 2, 3, 4)
                .map(n -> new SeedTerm(OBO + "RO_900000" + n, Location.inText("l", 1, ""))).toList(), Set.of(),
                List.of())
                .text().orElseThrow();
        for (String declaration : List.of("obo:RO_9000001\n    a owl:ObjectProperty",
                "obo:RO_9000002\n    a owl:AnnotationProperty",
                "rdfs:subPropertyOf obo:RO_9000005", "obo:RO_9000003\n    a owl:DatatypeProperty",
                "obo:RO_9000004\n    a owl:NamedIndividual")) {
            assertTrue(slice.contains(declaration), declaration + " in " + slice);
        }
        assertTrue(!slice.contains("base.invalid"), slice);
    }

    /** A relative IRI would be resolved against whatever the program takes for the base. */
    @Test
    void refusesTermsWithRelativeIrisWhereNoBaseIsStated() throws IOException {
        String xml = "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
                + " xmlns:owl='http://www.w3.org/2002/07/owl#'%s><owl:Class rdf:about='GO_0001525'/></rdf:RDF>";
        Path without = file("without.owl", xml.formatted(""));
        assertEquals(without + ": the IRI <GO_0001525> is relative, and the file states no base (xml:base or @base)",
                assertThrows(SyntaxException.class, () -> terms(without)).getMessage());
        assertEquals(List.of("GO_0001525 CLASS "), terms(file("with.owl", xml.formatted(" xml:base='" + OBO + "'"))));
    }

    @Test
    void saysThatATextIsNestedTooDeeply() throws IOException {
        Path release = file("deep.ttl", RDF + "obo:GO_0001525 a " + "[ a ".repeat(100_000));
        assertEquals(release + ": blank nodes or lists are nested too deeply",
                assertThrows(SyntaxException.class, () -> terms(release)).getMessage());
    }

    /** Java's XML parser gives up after 2,500 references to entities; releases have hundreds of thousands. */
    @Test
    void readsAReleaseThatRefersToAnEntityForEachTerm() throws IOException {
        String begin = "<?xml version='1.0'?>\n<!DOCTYPE rdf:RDF SYSTEM 'http://base.invalid/owl.dtd' ["
                + " <!ENTITY obo '" + OBO + "'> <!ENTITY go '&obo;GO_'> %s ]>\n"
                + "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:owl='http://www.w3.org/2002/07/owl#'"
                + " xmlns:rdfs='http://www.w3.org/2000/01/rdf-schema#'>\n";
        StringBuilder terms = new StringBuilder(begin.formatted(""));
        for (int i = 0; i < 20_000; i++) {
            terms.append("<owl:Class rdf:about='&go;%07d'/>\n".formatted(i));
        }
        assertEquals(20_000, said(file("many.owl", terms + "</rdf:RDF>")).size());
        StringBuilder bomb = new StringBuilder("<!ENTITY a0 'aaaaaaaaaa'>");
        for (int i = 1; i < 10; i++) {
            bomb.append("<!ENTITY a%d '%s'>".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
        }
        Path grown = file("bomb.owl", begin.formatted(bomb)
                + "<owl:Class rdf:about='&go;1'><rdfs:label>&a9;</rdfs:label></owl:Class></rdf:RDF>");
        assertThrows(SyntaxException.class, () -> terms(grown));
        assertEquals(null, System.getProperty("jdk.xml.entityExpansionLimit"), "the limits of other readers");
    }

    @Test
    void givesTheSameSliceTwice() throws IOException {
        Path release = Path.of("src/test/resources/link/release/tiny.owl");
        List<SeedTerm> wanted = List.of(new SeedTerm(OBO + "TST_0000003", Location.inText("l", 1, "")));
        assertEquals(extraction(release).slice(wanted, Set.of(), List.of()).text(),
                extraction(release).slice(wanted, Set.of(), List.of()).text());
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static SliceExtractor extraction(Path release) {
        return new SliceExtractor(OntologyRelease.open(release, ReadProgress.SILENT),
                new TermUsage(Snapshot.load(List.of(), List.of())));
    }

    private static Optional<String> version(Path release) {
        ReleaseHeader header = new ReleaseHeader();
        OntologyRelease.open(release, ReadProgress.SILENT).sendTo(new OntologyHandler() {
            @Override
            public void header(HeaderField field, String value) {
                header.take(field, value);
            }

            @Override
            public void term(String term, TermField field, String value) {}
        });
        return header.version();
    }

    private static IdentifierCheck.Result check(Path sheet, Path release) {
        return IdentifierCheck.of(List.of(CheckedFile.of(sheet)), BundledGraph.snapshot(),
                Stream.of(release).map(r -> OntologyRelease.open(r, ReadProgress.SILENT)).toList());
    }

    /** What a release says, in its order, with the library's namespace left out. */
    private static List<String> terms(Path release) {
        List<String> told = new ArrayList<>();
        OntologyRelease.open(release, ReadProgress.SILENT).sendTo(new OntologyHandler() {
            @Override
            public void header(HeaderField field, String value) {
                told.add(field + " " + value);
            }

            @Override
            public void term(String term, TermField field, String value) {
                told.add((term + " " + field + " " + value).replace(OBO, ""));
            }
        });
        return told;
    }

    private static Map<String, Set<TermField>> said(Path release) {
        Map<String, Set<TermField>> said = new TreeMap<>();
        OntologyRelease.open(release, ReadProgress.SILENT)
                .sendTo((term, field, value) -> said.computeIfAbsent(term, t -> new TreeSet<>()).add(field));
        return said;
    }
}
