package org.secretomegraph.target.remote;

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

/** A graph is sent to an address where no Graph Store is, or a failing one: one line reports it with the remedy. */
class UnhelpfulServersTest {
    private static final String PAGE = "<!DOCTYPE html><html><body><h1>Welcome</h1></body></html>";

    private static final Node GRAPH = NodeFactory.createURI("http://example.org/g");

    /** The response of a server to each request. */
    @FunctionalInterface
    private interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    /** It was told that the connection broke off, and the failure of the triples themselves was nowhere to be read. */
    @Test
    void triplesThatCannotBeMadeAreNotTakenForABrokenConnection() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            respond(exchange, 204, "", "");
        });
        server.start();
        try {
            RemoteGraphStore graphs =
                    new RemoteGraphStore(
                            RemoteGraphStore.graphStoreOf("http://localhost:" + server.getAddress().getPort()),
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
    Stream<DynamicTest> isReportedInOneLine() {
        Map<String, Map.Entry<String, Behaviour>> behaviours = Map.ofEntries(
                Map.entry("a web site", Map.entry("not RDF", e -> respond(e, 200, "text/html", PAGE))),
                Map.entry("a page of another kind",
                        Map.entry("not RDF", e -> respond(e, 200, "", "hello"))),
                Map.entry("an error with a page",
                        Map.entry("the server answered 500\n", e -> respond(e, 500, "text/html", PAGE))),
                Map.entry("an error in words",
                        Map.entry("answered 503: try later", e -> respond(e, 503, "text/plain", "try\n\nlater"))),
                Map.entry("an error that paints",
                        Map.entry("\\u001B[31m", e -> respond(e, 500, "text/plain", "\u001B[31m"))),
                Map.entry("it moved", Map.entry("moved to https://example.org/x; nothing was written", e -> {
                    e.getResponseHeaders().add("Location", "https://example.org/x");
                    respond(e, 301, "", "");
                })),
                Map.entry("asks for a password", Map.entry("--user", e -> respond(e, 401, "", ""))),
                Map.entry("refuses without a reason",
                        Map.entry("its findings cannot be read",
                                e -> respond(e, isPut(e) ? 422 : 404, "text/html", PAGE))),
                Map.entry("no room",
                        Map.entry("answered 507: the disk is full",
                                e -> respond(e, isPut(e) ? 507 : 404, "", "the disk is full"))),
                Map.entry("breaks off in what it holds", Map.entry("the connection was closed", e -> breakOff(e, 200))),
                Map.entry("breaks off in its answer to a write",
                        Map.entry("it is unknown whether the graph was written", e -> {
                            if (isPut(e)) {
                                breakOff(e, 204);
                            } else {
                                respond(e, 404, "", "");
                            }
                        })));
        return behaviours.entrySet().stream().map(m -> DynamicTest.dynamicTest(m.getKey(), () -> {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                exchange.getRequestBody().readAllBytes();
                m.getValue().getValue().answer(exchange);
            });
            server.start();
            try {
                assertReported("http://localhost:" + server.getAddress().getPort(), m.getValue().getKey());
            } finally {
                server.stop(0);
            }
        }));
    }

    @Test
    void anythingButAWebServerIsReportedInOneLine() throws Exception {
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
            assertReported("http://localhost:" + mail.getLocalPort(), "not a web server");
            assertReported("https://localhost:" + mail.getLocalPort(), "HTTPS");
            mail.close();
            greeter.join();
            assertReported("http://localhost:" + mail.getLocalPort(), "no server answers there");
        }
        assertReported("http://no-such-host.invalid/", "no server answers there");
        assertReported("http://localhost:99999/", "99999");
        assertReported("http://a b/", "not a server address");
        assertReported("http:///x", "not a server address");
    }

    private static void assertReported(String address, String expected) {
        InvalidInputException failure = assertThrows(InvalidInputException.class, () -> {
            RemoteGraphStore graphs = new RemoteGraphStore(RemoteGraphStore.graphStoreOf(address), Optional.empty());
            graphs.put(GRAPH, GraphFactory.createDefaultGraph(), Optional.of(graphs.get(GRAPH)));
        });
        String message = failure.getMessage();
        assertTrue((message + "\n").contains(expected), message);
        assertTrue(message.startsWith(address.replaceFirst("/+$", "")) && message.indexOf('\n') < 0, message);
        assertFalse(message.contains("Exception") || message.contains("<"), message);
    }

    private static boolean isPut(HttpExchange exchange) {
        return !exchange.getRequestMethod().equals("GET");
    }

    private static void respond(HttpExchange exchange, int code, String type, String body) throws IOException {
        if (!type.isEmpty()) {
            exchange.getResponseHeaders().add("Content-Type", type);
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Sends less than announced and closes the connection. */
    private static void breakOff(HttpExchange exchange, int code) throws IOException {
        if (code == 204) {
            throw new IOException("hangs up");
        }
        exchange.sendResponseHeaders(code, 1000);
        exchange.getResponseBody().write("<http://example.org/a> ".getBytes(StandardCharsets.US_ASCII));
        exchange.getResponseBody().flush();
        throw new IOException("hangs up");
    }
}
