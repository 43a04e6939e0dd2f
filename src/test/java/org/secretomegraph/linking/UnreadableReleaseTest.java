package org.secretomegraph.linking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.io.ReadProgress;
import org.secretomegraph.linking.release.OntologyRelease;
import org.secretomegraph.linking.slice.SeedTerm;
import org.secretomegraph.linking.slice.SliceExtractor;
import org.secretomegraph.linking.slice.TermUsage;
import org.secretomegraph.report.Location;

/**
 * Downloads that are no release say in one line what they are and what to do; what is in a wrong encoding says where.
 */
class UnreadableReleaseTest {
    private static final TermUsage NOTHING = new TermUsage(Snapshot.load(List.of(), List.of()));
    private static final String OBO =
            "format-version: 1.4\nontology: tst\n\n[Term]\nid: TST:0000001\nname: na\u00efve thing\n";

    @TempDir
    private Path folder;

    /** A pipe stands for the end of a line. */
    @ParameterizedTest
    @CsvSource(delimiter = '@', value = {
            "''@is empty; download it again",
            "' |  |'@is empty; download it again",
            "<!DOCTYPE html>|<html lang='en'><head>@is a web page; the download failed",
            "<html>|<body>rate limit exceeded@is a web page; the download failed",
            "<?xml version='1.0'?>|<!DOCTYPE html PUBLIC 'x'>@is a web page; the download failed",
            "404: Not Found@is a server's message; the download failed",
            "version https://git-lfs.github.com/spec/v1|oid sha256:4d7a|size 12345@is a pointer of Git LFS",
            "Prefix(:=<http://example.org/>)|Ontology(<http://example.org/>)@is OWL in functional syntax; convert it, for example with 'robot convert --input release.owl",
            "<?xml version='1.0'?>|<Ontology xmlns='http://www.w3.org/2002/07/owl#'/>@is OWL/XML; convert it",
            "<?xml version='1.0'?>|<!DOCTYPE Ontology [ <!ENTITY xsd 'x' > ]>|<Ontology/>@is OWL/XML; convert it",
            "Prefix: owl: <http://www.w3.org/2002/07/owl#>|Ontology: <http://example.org/>@is OWL in Manchester syntax",
            "a,b,c|1,2,3@is neither OBO, OBO Graphs JSON, OWL in RDF/XML nor Turtle"})
    void saysWhatItIs(String text, String told) throws IOException {
        assertTold(told, text.replace('|', '\n').getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void saysThatTheGraphIsInJsonLd() throws IOException {
        assertTold("is JSON-LD; convert it", "{\"@context\": {}, \"@graph\": []}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void saysHowItIsPacked() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("release.obo"));
            out.write(OBO.getBytes(StandardCharsets.UTF_8));
        }
        assertTold("is a zip archive; unpack it", zip.toByteArray());
        assertTold("is compressed with bzip2", new byte[] {'B', 'Z', 'h', '9', '1'});
        assertTold("is compressed with xz", new byte[] {(byte) 0xfd, '7', 'z', 'X', 'Z', 0, 1});
        assertTold("is compressed with zstd", new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 1});
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
    void saysThatItIsInUtf16(String encoding) throws IOException {
        String mark = encoding.equals("UTF-16") ? "" : "\uFEFF";
        assertTold("is in UTF-16; convert it, for example with 'iconv",
                (mark + OBO).getBytes(Charset.forName(encoding)));
    }

    @Test
    void saysFromWhichLineOnItIsNotUtf8() throws IOException {
        assertTold("release.owl:6:9: is not in UTF-8 from here on (byte EF at offset 66)",
                OBO.getBytes(StandardCharsets.ISO_8859_1));
        assertTold("release.owl:5:62: is not in UTF-8 from here on",
                ("@prefix obo: <http://purl.obolibrary.org/obo/> .\n\n\n\n"
                        + "obo:TST_1 a <http://www.w3.org/2002/07/owl#Class> ; obo:x \"na\u00efve\" .")
                        .getBytes(StandardCharsets.ISO_8859_1));
        assertTold("release.owl:2:10: is not in UTF-8 from here on", "{\"graphs\": [ {\n\"id\": \"na\u00efve\" } ] }"
                .getBytes(StandardCharsets.ISO_8859_1));
        byte[] whole = OBO.getBytes(StandardCharsets.UTF_8);
        assertTold("release.owl:7:1: is not in UTF-8", append(whole, (byte) 0xc3));
    }

    /** Characters of two to four bytes at every place of the buffers that the bytes come in. */
    @Test
    void readsUtf8WhereverACharacterIsCut() throws IOException {
        for (int shift = 0; shift < 4; shift++) {
            String label = "x".repeat(shift) + "\u00ef\u20ac\ud83e\uddec".repeat(8_000);
            Path file = Files.writeString(folder.resolve("cut" + shift), OBO.replace("na\u00efve thing", label));
            String slice = new SliceExtractor(OntologyRelease.open(file, ReadProgress.SILENT), NOTHING).slice(
                    List.of(new SeedTerm(
                            "http://purl.obolibrary.org/obo/TST_0000001", Location.inText("l", 1, ""))),
                    Set.of(), List.of()).text().orElseThrow();
            assertTrue(slice.contains("rdfs:label \"" + label + "\""), "cut at " + shift);
        }
    }

    @Test
    void saysThatADownloadWasCutOff() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(zipped)) {
            byte[] noise = new byte[100_000];
            new Random(1).nextBytes(noise);
            out.write((OBO + "comment: " + HexFormat.of().formatHex(noise)).getBytes(StandardCharsets.UTF_8));
        }
        assertTold("cannot be read to its end, download it again",
                Arrays.copyOf(zipped.toByteArray(), zipped.size() / 2));
        assertTold("cannot be read", new byte[] {0x1f, (byte) 0x8b, 8, 0});
    }

    private void assertTold(String told, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("release.owl"), content);
        InvalidInputException refusal = assertThrows(InvalidInputException.class,
                () -> new SliceExtractor(OntologyRelease.open(file, ReadProgress.SILENT), NOTHING));
        assertTrue(refusal.getMessage().contains(told), refusal.getMessage());
        assertTrue(refusal.getMessage().startsWith(file.toString()), refusal.getMessage());
        assertEquals(1, refusal.getMessage().lines().count(), refusal.getMessage());
    }

    private static byte[] append(byte[] bytes, byte last) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        longer[bytes.length] = last;
        return longer;
    }
}
