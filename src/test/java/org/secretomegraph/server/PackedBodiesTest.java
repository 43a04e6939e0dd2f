package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secretomegraph.server.http.ServerSettings;

/**
 * Bodies and files that are packed: counted after they were unpacked, wherever that is done. A file of 158 kB in a form
 * became
 * 4.5 MB on a server that takes 1 MB, where the same bytes with {@code Content-Encoding} were refused.
 */
class PackedBodiesTest {
    private static final String FORM = "multipart/form-data; boundary=cut";
    private static final byte[] STATED = bytes("<http://e/a> <http://e/b> <http://e/c> .\n");
    /** What the server takes in these tests. */
    private static final int MOST = 4 << 20;

    private static LiveStore live;

    @BeforeAll
    static void start() {
        live = LiveStore.start(LiveStore.filled());
    }

    @AfterAll
    static void stop() {
        live.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[]... content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            for (byte[] part : content) {
                out.write(part);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] deflate(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    private static byte[] blank(int length) {
        byte[] blank = new byte[length];
        Arrays.fill(blank, (byte) ' ');
        return blank;
    }

    /** A form of files, name and content in turn. */
    private static byte[] form(Object... files) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        for (int i = 0; i < files.length; i += 2) {
            form.writeBytes(bytes(
                    "--cut\r\nContent-Disposition: form-data; name=\"f\"; filename=\"" + files[i] + "\"\r\n\r\n"));
            form.writeBytes((byte[]) files[i + 1]);
            form.writeBytes(bytes("\r\n"));
        }
        form.writeBytes(bytes("--cut--\r\n"));
        return form.toByteArray();
    }

    private static HttpResponse<String> post(String path, String type, byte[] body, String... headers) {
        return live.http().send(live.http().request(path, headers).header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private static void refused(int status, HttpResponse<String> response, LiveStore.Content before) {
        assertEquals(status, response.statusCode(), response.body());
        SparqlProtocolTest.assertPlain(response);
        assertFalse(response.body().contains("java") || response.body().contains("null"), response.body());
        assertEquals(before, live.content());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nt", "ttl", "nq", "trig", "jsonld", "rdf", "trix", "rj"})
    void aPackedFileIsCountedAfterUnpacking(String syntax) {
        LiveStore.Content before = live.content();
        for (String path : List.of("/secretome/upload", "/secretome/data?graph=http://e/g", "/secretome/data")) {
            HttpResponse<String> response = post(path, FORM, form("bomb." + syntax + ".gz", gzip(blank(MOST + 1))));
            refused(413, response, before);
            assertTrue(response.body().startsWith("The request is longer than 4 MB."), response.body());
        }
    }

    @Test
    void filesAreCountedTogether() {
        LiveStore.Content before = live.content();
        byte[] half = gzip(STATED, blank(MOST / 2));
        refused(413, post("/secretome/upload", FORM, form("a.nt.gz", half, "b.nt.gz", half)), before);
        assertEquals(200, post("/secretome/upload?dry-run=true", FORM, form("a.nt.gz", half)).statusCode());
    }

    /** A packed file in a packed body. */
    @Test
    void bothWaysOfPackingAreCounted() {
        LiveStore.Content before = live.content();
        byte[] form = form("bomb.nt.gz", gzip(blank(MOST + 1)));
        refused(413, post("/secretome/upload", FORM, gzip(form), "Content-Encoding", "gzip"), before);
        refused(413,
                post("/secretome/upload", FORM, gzip(form("a.nt", STATED), blank(MOST)), "Content-Encoding", "gzip"),
                before);
        byte[] good = form("a.nt.gz", gzip(STATED));
        assertEquals(200,
                post("/secretome/upload?dry-run=true", FORM, gzip(good), "Content-Encoding", "gzip").statusCode());
    }

    /** Those that never write have 16 MB. */
    @ParameterizedTest
    @CsvSource({"/secretome/shacl?graph=default, text/turtle", "/secretome/sparql, application/sparql-query"})
    void whatIsOnlyReadIsCountedToo(String path, String type) {
        LiveStore.Content before = live.content();
        refused(413, post(path, type, gzip(blank((16 << 20) + 1)), "Content-Encoding", "gzip"), before);
    }

    @Test
    void anUpdateInAFormIsCounted() {
        LiveStore.Content before = live.content();
        String update = "update=" + "+".repeat(MOST + 1) + "INSERT+DATA+%7B%7D";
        refused(413, post("/secretome/update", "application/x-www-form-urlencoded", bytes(update)), before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZIP", " gzip ", "identity, gzip"})
    void gzipHasSeveralNames(String name) {
        HttpResponse<String> response =
                post("/secretome/data?default&dry-run=true", "text/turtle", gzip(STATED), "Content-Encoding",
                        name);
        assertEquals(200, response.statusCode(), response.body());
    }

    /** Fuseki compresses it once more. */
    @Test
    void deflateIsRead() throws IOException {
        assertEquals(200,
                post("/secretome/data?default&dry-run=true", "text/turtle", deflate(STATED), "Content-Encoding",
                        "deflate")
                        .statusCode());
        LiveStore.Content before = live.content();
        byte[] packed = deflate(STATED);
        refused(400,
                post("/secretome/data?default", "text/turtle", Arrays.copyOf(packed, packed.length - 3),
                        "Content-Encoding",
                        "deflate"),
                before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "gzip, gzip", "compress", "zstd"})
    void otherCodingsAreRefused(String coding) {
        LiveStore.Content before = live.content();
        HttpResponse<String> response =
                post("/secretome/data?default", "text/turtle", gzip(STATED), "Content-Encoding", coding);
        refused(415, response, before);
        assertEquals("gzip, deflate", response.headers().firstValue("Accept-Encoding").orElse(""));
        refused(415, post("/secretome/data?default", "text/turtle", gzip(gzip(STATED)), "Content-Encoding", "gzip",
                "Content-Encoding", "gzip"), before);
        refused(415, post("/secretome/sparql", "application/sparql-query", gzip(bytes("ASK {}")), "Content-Encoding",
                coding), before);
    }

    /** Two members, the second cut off in its header: the first alone was stored, with 200. */
    @Test
    void aSecondMemberThatIsCutOffIsNotStoredWithoutIt() {
        LiveStore.Content before = live.content();
        byte[] first = gzip(STATED);
        byte[] second = gzip(bytes("<http://e/a> <http://e/b> <http://e/d> .\n"));
        for (int kept : new int[] {1, 5, 9, 12, second.length - 1}) {
            byte[] cut = Arrays.copyOf(first, first.length + kept);
            System.arraycopy(second, 0, cut, first.length, kept);
            refused(400, post("/secretome/upload", FORM, form("a.nt.gz", cut)), before);
            refused(400, post("/secretome/data?default", "text/turtle", cut, "Content-Encoding", "gzip"), before);
        }
        refused(400, post("/secretome/upload", FORM, form("a.nt.gz", new byte[0])), before);
        refused(400, post("/secretome/upload", FORM, form("a.nt.gz", STATED)), before);
    }

    /**
     * The time of a write began when its body had been read. Here it is over at once: even what is no RDF is not told
     * so.
     */
    @Test
    void readingABodyCountsAsTimeOfTheWrite() {
        try (LiveStore hasty =
                LiveStore.start(ServerSettings.local(), LiveStore.filled(), Optional.empty(), Duration.ofNanos(1))) {
            for (byte[] body : new byte[][] {bytes("no turtle"), form("a.ttl.gz", gzip(bytes("no turtle")))}) {
                HttpResponse<String> response = hasty.http().send(hasty.http().request("/secretome/upload")
                        .header("Content-Type", body[0] == '-' ? FORM : "text/turtle")
                        .POST(BodyPublishers.ofByteArray(body)));
                assertEquals(503, response.statusCode(), response.body());
                assertTrue(response.body().contains("to read it took longer"), response.body());
            }
        }
    }
}
