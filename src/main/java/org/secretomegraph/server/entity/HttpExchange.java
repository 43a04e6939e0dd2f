package org.secretomegraph.server.entity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A request with its response. Jetty drops the body of the response to a HEAD. */
record HttpExchange(HttpServletRequest request, HttpServletResponse response) {

    boolean isReading() {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    /** @param location a path, percent-encoded */
    void redirect(int status, String location) {
        response.setHeader("Location", location);
        plain(status, location + "\n");
    }

    void plain(int status, String text) {
        response.setStatus(status);
        send("text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    void send(String contentType, byte[] body) {
        response.setContentType(contentType);
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
