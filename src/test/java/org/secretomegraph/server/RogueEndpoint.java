package org.secretomegraph.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/** An endpoint that answers SERVICE in ways that a good one would not, and one that notes what it was asked. */
final class RogueEndpoint implements AutoCloseable {
    static final List<String> PATHS =
            List.of("/redirects", "/stalls", "/silent", "/packed", "/floods", "/absent", "/notes");
    private static final String BEGINNING = "{\"head\": {\"vars\": [\"s\"]}, \"results\": {\"bindings\": [";
    private static final String NO_ROWS = BEGINNING + "]}}";

    private final HttpServer server;
    private final AtomicInteger strayed = new AtomicInteger();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    RogueEndpoint() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        context("/redirects", exchange -> {
            exchange.getResponseHeaders().set("Location", url("/strayed"));
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        context("/strayed", exchange -> {
            strayed.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        context("/stalls", exchange -> {
            json(exchange).write(BEGINNING.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        });
        context("/silent", exchange -> {
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        context("/packed", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            try (OutputStream out = new GZIPOutputStream(json(exchange))) {
                out.write(NO_ROWS.getBytes(StandardCharsets.UTF_8));
            }
        });
        context("/floods", RogueEndpoint::flood);
        context("/notes", exchange -> {
            asked.add(URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8));
            try (OutputStream out = json(exchange)) {
                out.write(NO_ROWS.getBytes(StandardCharsets.UTF_8));
            }
        });
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    private void context(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    private static OutputStream json(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }

    private static void flood(HttpExchange exchange) throws IOException {
        byte[] row = ("{\"s\": {\"type\": \"literal\", \"value\": \"" + "x".repeat(60_000) + "\"}},\n")
                .getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = json(exchange)) {
            out.write(BEGINNING.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 2_000; i++) {
                out.write(row);
            }
        } catch (IOException e) {
            // The other side has heard enough, which is what is tested.
        }
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** How often somebody went where a redirect led. */
    int strayed() {
        return strayed.get();
    }

    /** The queries that {@code /notes} got so far. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
