package org.secretomegraph.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** A host that must never be asked: it counts who comes. */
record JavaFunctionTrap(HttpServer host, AtomicInteger visits) implements AutoCloseable {
    static JavaFunctionTrap open() throws IOException {
        AtomicInteger visits = new AtomicInteger();
        HttpServer host = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        host.createContext("/", exchange -> {
            visits.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        host.start();
        return new JavaFunctionTrap(host, visits);
    }

    String url(String path) {
        return "http://localhost:" + host.getAddress().getPort() + "/" + path;
    }

    @Override
    public void close() {
        host.stop(0);
    }
}
