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
 * Requests to a Graph Store. Whatever goes wrong with one is told in a line, and whether something may have been
 * written.
 */
record GraphStoreRequests(URI data, Optional<RemoteGraphStore.Login> user) {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int SAID_AT_MOST = 200;

    HttpRequest.Builder to(Node graph, String more) {
        return to(graph, more, PATIENCE);
    }

    HttpRequest.Builder to(Node graph, String more, Duration patience) {
        URI address = URI.create(data + "?graph=" + URLEncoder.encode(graph.getURI(), StandardCharsets.UTF_8) + more);
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(patience);
        authorise(request);
        return request;
    }

    /** Says who asks. */
    void authorise(HttpRequest.Builder request) {
        user.ifPresent(u -> request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(
                (u.name() + ":" + u.password()).getBytes(StandardCharsets.UTF_8))));
    }

    /** @throws InvalidInputException when no answer comes */
    HttpResponse<String> send(HttpRequest request) {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw new InvalidInputException(data + ": no server answers there", e);
        } catch (SSLException e) {
            throw new InvalidInputException(
                    data + ": the server does not speak https, or its certificate is not trusted", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidInputException(data + ": " + broken(request, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InvalidInputException(data + ": was interrupted", e);
        }
    }

    /** After a question nothing has happened; of a write only the server knows. */
    private static String broken(HttpRequest request, Exception e) {
        boolean writes = request.method().equals("PUT")
                && !String.valueOf(request.uri().getRawQuery()).endsWith(RemoteGraphStore.DRY_RUN);
        String what = e instanceof HttpTimeoutException
                ? "the server did not answer in " + request.timeout().orElse(PATIENCE).toMinutes() + " minutes"
                : "the connection broke off, or no web server answers there";
        return what + " (" + oneLine(String.valueOf(e.getMessage())) + ")"
                + (writes ? "; whether the graph was written is not known: ask with --dry-run"
                        : "; nothing was written");
    }

    /** @throws InvalidInputException when the answer is none of the good ones, with what it means for whoever asked */
    void expect(HttpResponse<String> answer, List<Integer> good) {
        if (!good.contains(answer.statusCode())) {
            throw new InvalidInputException(
                    data + ": the server answered " + answer.statusCode() + switch (answer.statusCode()) {
                        case 301, 302, 303, 307,
                                308 -> ": the address leads to " + answer.headers().firstValue("Location")
                                        .map(GraphStoreRequests::oneLine).orElse("another one")
                                        + "; nothing was written, give that one";
                        case 401 -> ": no name with its right password was given (--user)";
                        case 412 -> ": somebody else changed the graph meanwhile; nothing was written, run the command again";
                        case 403, 405 -> ": it does not let anybody write (start it with --allow-updates)";
                        default -> said(answer);
                    });
        }
    }

    /** What the server says of its failure. A page says nothing to the point. */
    private static String said(HttpResponse<String> answer) {
        boolean isPage = answer.headers().firstValue("Content-Type").orElse("").contains("html")
                || answer.body().stripLeading().startsWith("<");
        String said = isPage ? "" : oneLine(answer.body());
        return said.isEmpty() ? "" : ": " + said.substring(0, Math.min(SAID_AT_MOST, said.length()));
    }

    private static String oneLine(String text) {
        return VisibleText.text(text.replaceAll("\\s+", " ").strip());
    }
}
