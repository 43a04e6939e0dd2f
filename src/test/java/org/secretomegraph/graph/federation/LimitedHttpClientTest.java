package org.secretomegraph.graph.federation;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A request to another endpoint, which ends with the query that asked it. */
class LimitedHttpClientTest {
    /**
     * The look whether the query was stopped is taken again and again. When it failed once, it was never taken again.
     */
    @Test
    void aRequestEndsWhenNobodyCanSayWhetherItIsWanted() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                LimitedHttpClient client = new LimitedHttpClient(Duration.ofHours(1), () -> {
                    throw new IllegalStateException("the query cannot be asked");
                }, new AtomicLong(), 1_000)) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create("http://localhost:" + silent.getLocalPort() + "/")).build();
            assertTimeoutPreemptively(Duration.ofMinutes(1), () -> assertThrows(IOException.class,
                    () -> client.send(request, BodyHandlers.ofString())));
            assertTrue(client.isLate());
        }
    }
}
