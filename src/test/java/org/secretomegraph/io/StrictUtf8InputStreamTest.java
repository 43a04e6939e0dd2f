package org.secretomegraph.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.jena.riot.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes in UTF-8 pass as they are; of the first others the place is reported, however the bytes come. */
class StrictUtf8InputStreamTest {
    private static final String TEXT = "one\nna\u00efve \u20ac\r\n\ud83e\uddec \ud83e\uddec\n";

    /** After the text, which has three lines and 30 bytes, and one character of a fourth line. */
    @ParameterizedTest
    @CsvSource({"C3", "C328", "EF", "80", "C080", "E08080", "EDA080", "F0808080", "F4908080", "F5808080", "FF", "E282",
            "F09F92", "E228A1"})
    void theFirstByteThatIsNotUtf8IsReported(String hex) {
        byte[] text = (TEXT + "\u00e9").getBytes(StandardCharsets.UTF_8);
        byte[] bytes = join(text, HexFormat.of().parseHex(hex));
        for (int chunk : new int[] {1, 2, 3, 5, 7, 1000}) {
            SyntaxException error = assertThrows(SyntaxException.class, () -> read(bytes, chunk));
            assertEquals("some.ttl:4:2: is not in UTF-8 from here on (byte " + hex.substring(0, 2) + " at offset "
                    + text.length
                    + "): save it", error.getMessage(), "in chunks of " + chunk);
            assertInstanceOf(CharacterCodingException.class, error.getCause());
        }
    }

    @Test
    void utf8PassesWhereverACharacterIsCut() throws IOException {
        for (String text : new String[] {"", "\uFEFF", TEXT, TEXT.repeat(3_000)}) {
            for (int chunk : new int[] {1, 2, 3, 5, 7, 8191, 8192, 100_000}) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                assertArrayEquals(bytes, read(bytes, chunk));
            }
        }
        try (InputStream in =
                StrictUtf8InputStream.ofText(new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8)), "", "")) {
            in.skipNBytes(4);
            assertEquals('n', in.read());
            assertTrue(new String(in.readAllBytes(), StandardCharsets.UTF_8).startsWith("a\u00efve"));
        }
    }

    @Test
    void whatIsSkippedIsCheckedToo() {
        byte[] bytes = join(new byte[100_000], new byte[] {(byte) 0xFF});
        assertThrows(SyntaxException.class,
                () -> StrictUtf8InputStream.ofText(new ByteArrayInputStream(bytes), "", "").skipNBytes(100_001));
    }

    @Test
    void aSyntaxThatSaysItsEncodingIsNotChecked() throws IOException {
        byte[] latin = "<?xml version='1.0' encoding='ISO-8859-1'?>\u00ef".getBytes(StandardCharsets.ISO_8859_1);
        assertArrayEquals(latin,
                StrictUtf8InputStream.ofRdf(new ByteArrayInputStream(latin), "", Lang.RDFXML).readAllBytes());
        assertThrows(SyntaxException.class,
                () -> StrictUtf8InputStream.ofRdf(new ByteArrayInputStream(latin), "", Lang.TURTLE)
                        .readAllBytes());
    }

    @Test
    void anEndThatCannotBeReadIsReportedWithTheLineBeforeIt() {
        InputStream cut = new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                if (at == 2) {
                    throw new IOException("connection reset");
                }
                return at++ == 0 ? 'a' : '\n';
            }
        };
        assertEquals("body:2: cannot be read to its end: connection reset", assertThrows(SyntaxException.class, () -> {
            InputStream in = StrictUtf8InputStream.ofText(cut, "body", "");
            in.read();
            in.read();
            in.read();
        }).getMessage());
    }

    private static byte[] read(byte[] bytes, int chunk) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try (InputStream in = StrictUtf8InputStream.ofText(new ByteArrayInputStream(bytes), "some.ttl", "save it")) {
            byte[] buffer = new byte[chunk];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                read.write(buffer, 0, n);
            }
        }
        return read.toByteArray();
    }

    private static byte[] join(byte[] a, byte[] b) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(a);
        both.writeBytes(b);
        return both.toByteArray();
    }
}
