package org.secretomegraph.graph.federation;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * An HTTP client for one request, with a limit to its time from connecting to the last byte and to what it receives. It
 * follows no redirect: where that leads was not allowed. The JDK's own time limit ends with the headers, and nothing
 * tells it that the query was stopped: that is looked for again and again. It asks for a body that is not compressed,
 * and reads no other: little may unpack to any size.
 */
final class LimitedHttpClient extends HttpClient {
    private static final String ENCODING = "Content-Encoding";
    private static final long LOOK_MILLIS = 50;
    private final HttpClient client;
    private final Duration time;
    private final BooleanSupplier stopped;
    private final AtomicLong received;
    private final long most;
    private final AtomicBoolean late = new AtomicBoolean();
    private final AtomicBoolean full = new AtomicBoolean();
    private final AtomicBoolean packed = new AtomicBoolean();

    /**
     * @param time     from now to the last byte
     * @param stopped  whether the answer is not wanted any more
     * @param received how many bytes came so far, from all who were asked
     * @param most     how many may come
     */
    LimitedHttpClient(Duration time, BooleanSupplier stopped, AtomicLong received, long most) {
        this.client = HttpClient.newBuilder().followRedirects(Redirect.NEVER).connectTimeout(time).build();
        this.time = time;
        this.stopped = stopped;
        this.received = received;
        this.most = most;
        watch();
    }

    /** Ends the request, wherever it is, soon after the query was stopped. */
    private void watch() {
        CompletableFuture.delayedExecutor(LOOK_MILLIS, TimeUnit.MILLISECONDS).execute(() -> {
            if (isStopped()) {
                late.set(true);
                client.shutdownNow();
            } else if (!client.isTerminated()) {
                watch();
            }
        });
    }

    /**
     * A query that cannot be asked counts as stopped: the thread of a pool keeps a failure to itself, and nobody would
     * look again.
     */
    private boolean isStopped() {
        try {
            return stopped.getAsBoolean();
        } catch (RuntimeException | Error e) {
            return true;
        }
    }

    /** Whether the time was over. */
    boolean isLate() {
        return late.get();
    }

    /** Whether more came than may come. */
    boolean isFull() {
        return full.get();
    }

    /** Whether the answer came compressed. */
    boolean isPacked() {
        return packed.get();
    }

    private <T> BodyHandler<T> bounded(BodyHandler<T> handler) {
        return head -> {
            LimitedBodySubscriber<T> body = new LimitedBodySubscriber<>(handler.apply(head), received, most, full);
            if (head.headers().firstValue(ENCODING).filter(how -> !how.equalsIgnoreCase("identity")).isPresent()) {
                packed.set(true);
                body.fail(new IOException("compressed"));
            }
            CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS).execute(() -> {
                if (body.fail(new IOException("the time of the query is over"))) {
                    late.set(true);
                }
            });
            return body;
        };
    }

    private static HttpRequest plain(HttpRequest request) {
        return HttpRequest.newBuilder(request, (name, value) -> !name.equalsIgnoreCase("Accept-Encoding")).build();
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        try {
            return client.send(plain(request), bounded(handler));
        } catch (HttpTimeoutException e) {
            late.set(true);
            throw e;
        }
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        return client.sendAsync(plain(request), bounded(handler)).whenComplete((response, failure) -> {
            if (failure instanceof HttpTimeoutException
                    || failure != null && failure.getCause() instanceof HttpTimeoutException) {
                late.set(true);
            }
        });
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler,
            PushPromiseHandler<T> pushed) {
        return sendAsync(request, handler);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return client.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return client.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return client.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return client.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return client.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return client.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return client.authenticator();
    }

    @Override
    public Version version() {
        return client.version();
    }

    @Override
    public Optional<Executor> executor() {
        return client.executor();
    }
}
