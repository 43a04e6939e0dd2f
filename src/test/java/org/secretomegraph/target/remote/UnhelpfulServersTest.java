package org.secretomegraph.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.target.remote.RemoteGraphStore;

/** A graph is to go to an address where no server of ours is, or one in trouble: one line says so and what to do. */
class UnhelpfulServersTest {
    private static final String PAGE = "<!DOCTYPE html><html><body><h1>Welcome</h1></body></html>";

    private static final Node GRAPH = NodeFactory.createURI("http://example.org/g");

    /** What a server says to each request. */
    @FunctionalInterface
    private interface Manner {
        void answer(HttpExchange exchange) throws IOException;
    }

    /** It was told that the connection broke off, and the failure of the triples themselves was nowhere to be read. */
    @Test
    void triplesThatCannotBeMadeAreNotTakenForABrokenConnection() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            say(exchange, 204, "", "");
        });
        server.start();
        try {
            RemoteGraphStore graphs =
                    new RemoteGraphStore(RemoteGraphStore.dataOf("http://localhost:" + server.getAddress().getPort()),
                            Optional.empty());
            InvalidInputException wrong = assertThrows(InvalidInputException.class, () -> graphs.put(GRAPH, to -> {
                throw new InvalidInputException("row 7 is wrong");
            }));
            assertEquals("row 7 is wrong", wrong.getMessage());
            assertThrows(OutOfMemoryError.class, () -> graphs.put(GRAPH, to -> {
                throw new OutOfMemoryError("as for a large import");
            }));
        } finally {
            server.stop(0);
        }
    }

    @TestFactory
    Stream<DynamicTest> isToldInOneLine() {
        Map<String, Map.Entry<String, Manner>> manners = Map.ofEntries(
                Map.entry("a web site", Map.entry("something else than triples", e -> say(e, 200, "text/html", PAGE))),
                Map.entry("a page of another kind",
                        Map.entry("something else than triples", e -> say(e, 200, "", "hello"))),
                Map.entry("an error with a page",
                        Map.entry("the server answered 500\n", e -> say(e, 500, "text/html", PAGE))),
                Map.entry("an error in words",
                        Map.entry("answered 503: try later", e -> say(e, 503, "text/plain", "try\n\nlater"))),
                Map.entry("an error that paints",
                        Map.entry("\\u001B[31m", e -> say(e, 500, "text/plain", "\u001B[31m"))),
                Map.entry("it moved", Map.entry("leads to https://example.org/x; nothing was written", e -> {
                    e.getResponseHeaders().add("Location", "https://example.org/x");
                    say(e, 301, "", "");
                })),
                Map.entry("asks for a password", Map.entry("--user", e -> say(e, 401, "", ""))),
                Map.entry("refuses without a reason",
                        Map.entry("its reasons cannot be read", e -> say(e, isPut(e) ? 422 : 404, "text/html", PAGE))),
                Map.entry("no room",
                        Map.entry("answered 507: the disk is full",
                                e -> say(e, isPut(e) ? 507 : 404, "", "the disk is full"))),
                Map.entry("breaks off in what it holds", Map.entry("broke off", e -> half(e, 200))),
                Map.entry("breaks off in its answer to a write",
                        Map.entry("whether the graph was written is not known", e -> {
                            if (isPut(e)) {
                                half(e, 204);
                            } else {
                                say(e, 404, "", "");
                            }
                        })));
        return manners.entrySet().stream().map(m -> DynamicTest.dynamicTest(m.getKey(), () -> {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                exchange.getRequestBody().readAllBytes();
                m.getValue().getValue().answer(exchange);
            });
            server.start();
            try {
                assertTold("http://localhost:" + server.getAddress().getPort(), m.getValue().getKey());
            } finally {
                server.stop(0);
            }
        }));
    }

    @Test
    void whatIsNoWebServerIsToldInOneLine() throws Exception {
        try (ServerSocket mail = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread greeter = Thread.ofVirtual().start(() -> {
                while (!mail.isClosed()) {
                    try (Socket one = mail.accept()) {
                        one.getOutputStream()
                                .write("220 mail.example.org ESMTP\r\n".getBytes(StandardCharsets.US_ASCII));
                    } catch (IOException e) {
                        return;
                    }
                }
            });
            assertTold("http://localhost:" + mail.getLocalPort(), "no web server answers there");
            assertTold("https://localhost:" + mail.getLocalPort(), "https");
            mail.close();
            greeter.join();
            assertTold("http://localhost:" + mail.getLocalPort(), "no server answers there");
        }
        assertTold("http://no-such-host.invalid/", "no server answers there");
        assertTold("http://localhost:99999/", "99999");
        assertTold("http://a b/", "no address of a server");
        assertTold("http:///x", "no address of a server");
    }

    private static void assertTold(String address, String said) {
        InvalidInputException told = assertThrows(InvalidInputException.class, () -> {
            RemoteGraphStore graphs = new RemoteGraphStore(RemoteGraphStore.dataOf(address), Optional.empty());
            graphs.put(GRAPH, GraphFactory.createDefaultGraph(), graphs.get(GRAPH));
        });
        String message = told.getMessage();
        assertTrue((message + "\n").contains(said), message);
        assertTrue(message.startsWith(address.replaceFirst("/+$", "")) && message.indexOf('\n') < 0, message);
        assertFalse(message.contains("Exception") || message.contains("<"), message);
    }

    private static boolean isPut(HttpExchange exchange) {
        return !exchange.getRequestMethod().equals("GET");
    }

    private static void say(HttpExchange exchange, int code, String type, String body) throws IOException {
        if (!type.isEmpty()) {
            exchange.getResponseHeaders().add("Content-Type", type);
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Promises more than it says, and hangs up. */
    private static void half(HttpExchange exchange, int code) throws IOException {
        if (code == 204) {
            throw new IOException("hangs up");
        }
        exchange.sendResponseHeaders(code, 1000);
        exchange.getResponseBody().write("<http://example.org/a> ".getBytes(StandardCharsets.US_ASCII));
        exchange.getResponseBody().flush();
        throw new IOException("hangs up");
    }
}
