package org.secretomegraph.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.graph.RdfSource;

/** What is packed is read to its end, or the reader is told that its end is missing. */
class GzipTest {
    private static final byte[] ONE = packed("<http://e/a> <http://e/b> <http://e/c> .\n");
    private static final byte[] TWO = packed("<http://e/a> <http://e/b> <http://e/d> .\n");

    private static byte[] packed(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] together(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static String unpacked(InputStream packed) throws IOException {
        try (InputStream in = Gzip.unpacked(packed)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Two members in two pieces: at the border nothing is "available", where the JDK's reader stops. */
    @Test
    void everyMemberIsRead() throws IOException {
        String both = "<http://e/a> <http://e/b> <http://e/c> .\n<http://e/a> <http://e/b> <http://e/d> .\n";
        assertEquals(both, unpacked(new ByteArrayInputStream(together(ONE, TWO))));
        assertEquals(both,
                unpacked(new SequenceInputStream(new ByteArrayInputStream(ONE), new ByteArrayInputStream(TWO))));
        InputStream neverAvailable = new ByteArrayInputStream(together(ONE, TWO)) {
            @Override
            public synchronized int available() {
                return 0;
            }

            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(1, length));
            }
        };
        assertEquals(both, unpacked(neverAvailable));
    }

    /**
     * At each byte but one: after the first member the file is whole. The JDK's reader took a cut in a header for the
     * end.
     */
    @Test
    void whatIsCutOffAnywhereIsNotWhole() {
        byte[] whole = together(ONE, TWO);
        for (int length = 0; length < whole.length; length++) {
            if (length != ONE.length) {
                byte[] cut = Arrays.copyOf(whole, length);
                ZipException wrong =
                        assertThrows(ZipException.class, () -> unpacked(new ByteArrayInputStream(cut)), "at " + length);
                assertFalse(String.valueOf(wrong.getMessage()).contains("java"), wrong.getMessage());
            }
        }
    }

    @Test
    void whatFollowsThatIsNoGzipIsNotIgnored() {
        for (byte[] more : new byte[][] {{0}, {'x'},
                "<http://e/a> <http://e/b> 3 .\n".getBytes(StandardCharsets.UTF_8)}) {
            assertThrows(ZipException.class, () -> unpacked(new ByteArrayInputStream(together(ONE, more))));
        }
    }

    @Test
    void damageIsNoticed() {
        byte[] damaged = ONE.clone();
        damaged[damaged.length - 5] ^= 1;
        assertThrows(ZipException.class, () -> unpacked(new ByteArrayInputStream(damaged)));
    }

    /** A disk that fails is no damaged file. */
    @Test
    void aSourceThatCannotBeReadSaysSoItself() {
        IOException broken = new IOException("Input/output error");
        InputStream failing =
                new SequenceInputStream(new ByteArrayInputStream(Arrays.copyOf(ONE, 20)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw broken;
                    }
                });
        assertSame(broken, assertThrows(IOException.class, () -> unpacked(failing)));
    }

    @Test
    void aFileThatIsCutInASecondMemberIsNotLoaded(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("two.nt.gz");
        Files.write(file, together(ONE, TWO));
        assertEquals(2, RdfSource.triples(file).size());
        Files.write(file, Arrays.copyOf(together(ONE, TWO), ONE.length + 5));
        SyntaxException wrong = assertThrows(SyntaxException.class, () -> RdfSource.triples(file));
        assertEquals(file.toString(), wrong.file());
        Files.write(file, new byte[0]);
        assertThrows(SyntaxException.class, () -> RdfSource.triples(file));
    }
}
