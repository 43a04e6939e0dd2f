package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.atlas.iterator.Iter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.secretomegraph.SmallDisk;
import org.secretomegraph.graph.store.GraphStore;

/** A durable store on a disk that becomes full: the writer is told, everything is as it was, and readers go on. */
class DiskFullTest {
    private static final String P = "PREFIX : <http://example.org/> ";
    private static final int DISK = 96 << 20;

    @RegisterExtension
    private final SmallDisk disk = new SmallDisk(DISK);

    @Test
    void theWriterIsToldAndEverythingIsAsItWas() throws Exception {
        Path ballast = Files.write(disk.resolve("ballast"), new byte[DISK / 4]);
        LiveStore.Content before;
        try (LiveStore live = LiveStore.start(GraphStore.tdb2(disk.resolve("store")))) {
            assertEquals(201, put(live, "small", 10, "x").statusCode());
            int status = 201; // many changes fill it, and one more is too many
            for (int i = 0; status == 201 && i < 100; i++) {
                status = put(live, "grows" + i, 1500, "y".repeat(500)).statusCode();
            }
            assertEquals(507, status);
            before = live.content();
            HttpResponse<String> full = put(live, "more", 3000, "z".repeat(1000));
            assertEquals(507, full.statusCode(), full.body());
            assertTrue(full.body().endsWith("Nothing was changed.\n"), full.body());
            assertEquals(before, live.content());
            assertEquals(200, live.http().get("/health").statusCode());
            assertTrue(live.http().ask(P + "ASK { :small0 :is ?x }", "Accept", "text/csv").body().contains("true"));
            Files.delete(ballast);
            // Story: with room again a change was stored here, and after the next start TDB2 could not read its nodes.
            HttpResponse<String> again = put(live, "again", 10, "x");
            assertEquals(507, again.statusCode());
            assertTrue(again.body().contains("make room, and start the server again"), again.body());
            assertEquals(before, live.content());
        }
        try (LiveStore live = LiveStore.start(GraphStore.tdb2(disk.resolve("store")))) {
            assertEquals(before, live.content());
            assertEquals(201, put(live, "again", 10, "x").statusCode());
            before = live.content();
        }
        try (GraphStore store = GraphStore.tdb2(disk.resolve("store"))) {
            assertEquals(before.quads(), store.read(dataset -> Iter.toSet(dataset.find())));
            assertEquals(before.quads().size(), store.triples());
        }
    }

    private static HttpResponse<String> put(LiveStore live, String name, int triples, String text) {
        return live.send("PUT", "/secretome/data?graph=http://example.org/" + name, "text/turtle", P + IntStream
                .range(0, triples).mapToObj(i -> ":" + name + i + " :is \"" + i + text + "\" .")
                .collect(Collectors.joining("\n")));
    }
}
