package org.secretomegraph.target.remote;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.apache.jena.graph.Node;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.report.VisibleText;

/**
 * Sends requests to a Graph Store. Each failure is reported in one line, which states whether something may have been
 * written.
 */
record GraphStoreRequests(URI data, Optional<RemoteGraphStore.Login> user) {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final int MAX_MESSAGE_LENGTH = 200;

    HttpRequest.Builder to(Node graph, String parameters) {
        return to(graph, parameters, TIMEOUT);
    }

    HttpRequest.Builder to(Node graph, String parameters, Duration timeout) {
        URI address =
                URI.create(data + "?graph=" + URLEncoder.encode(graph.getURI(), StandardCharsets.UTF_8) + parameters);
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(timeout);
        authorise(request);
        return request;
    }

    /** Adds the credentials. */
    void authorise(HttpRequest.Builder request) {
        user.ifPresent(u -> request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(
                (u.name() + ":" + u.password()).getBytes(StandardCharsets.UTF_8))));
    }

    /** @throws InvalidInputException when no response comes */
    HttpResponse<String> send(HttpRequest request) {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw new InvalidInputException(data + ": no server answers there", e);
        } catch (SSLException e) {
            throw new InvalidInputException(
                    data + ": the server does not support HTTPS, or its certificate is not trusted", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidInputException(data + ": " + failure(request, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InvalidInputException(data + ": interrupted", e);
        }
    }

    /** A failed read changed nothing; of a failed write only the server knows. */
    private static String failure(HttpRequest request, Exception e) {
        boolean writes = request.method().equals("PUT")
                && !String.valueOf(request.uri().getRawQuery()).endsWith(RemoteGraphStore.DRY_RUN);
        String what = e instanceof HttpTimeoutException
                ? "the server did not answer in " + request.timeout().orElse(TIMEOUT).toMinutes() + " minutes"
                : "the connection was closed, or it is not a web server";
        return what + " (" + oneLine(String.valueOf(e.getMessage())) + ")"
                + (writes ? "; it is unknown whether the graph was written: compare with --dry-run"
                        : "; nothing was written");
    }

    /** @throws InvalidInputException when the status is not an accepted one, with its meaning for the user */
    void expect(HttpResponse<String> response, Integer... accepted) {
        if (!List.of(accepted).contains(response.statusCode())) {
            throw new InvalidInputException(
                    data + ": the server answered " + response.statusCode() + switch (response.statusCode()) {
                        case 301, 302, 303, 307,
                                308 -> ": moved to " + response.headers().firstValue("Location")
                                        .map(GraphStoreRequests::oneLine).orElse("another address")
                                        + "; nothing was written, use that address";
                        case 401 -> ": missing or wrong credentials (--user)";
                        case 412 -> ": the graph was changed by another user; nothing was written, run the command again";
                        case 403, 405 -> ": the server does not accept writes (start it with --allow-updates)";
                        default -> serverMessage(response);
                    });
        }
    }

    /** The error message of the server. HTML pages are left out. */
    private static String serverMessage(HttpResponse<String> response) {
        boolean isPage = response.headers().firstValue("Content-Type").orElse("").contains("html")
                || response.body().stripLeading().startsWith("<");
        String message = isPage ? "" : oneLine(response.body());
        return message.isEmpty() ? "" : ": " + message.substring(0, Math.min(MAX_MESSAGE_LENGTH, message.length()));
    }

    private static String oneLine(String text) {
        return VisibleText.text(text.replaceAll("\\s+", " ").strip());
    }
}
