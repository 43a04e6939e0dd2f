package org.secretomegraph.server;

import static java.util.Map.entry;

import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.secretomegraph.catalogue.Catalogue;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.server.api.ContextApi;
import org.secretomegraph.server.api.OpenApi;
import org.secretomegraph.server.api.QuestionsApi;
import org.secretomegraph.server.api.ResolveApi;
import org.secretomegraph.server.api.SearchApi;
import org.secretomegraph.server.entity.EntityServlet;
import org.secretomegraph.server.entity.MappingsServlet;
import org.secretomegraph.server.entity.NanopubServlet;
import org.secretomegraph.server.http.Lazy;
import org.secretomegraph.server.http.ServerPaths;
import org.secretomegraph.server.http.ServerSettings;
import org.secretomegraph.server.page.AboutServlet;
import org.secretomegraph.server.page.HomeServlet;
import org.secretomegraph.server.page.QuestionServlet;
import org.secretomegraph.server.sparql.SandboxedDataset;

/** An HTTP server for a graph and the questions of the catalogue. */
public final class SecretomeServer implements AutoCloseable {
    private final FusekiServer fuseki;
    private final Optional<MetadataRefresher> refresher;

    private SecretomeServer(FusekiServer fuseki, Optional<MetadataRefresher> refresher) {
        this.fuseki = fuseki;
        this.refresher = refresher;
    }

    /**
     * Starts a server.
     *
     * @param questions read when a page first needs them: SPARQL does not
     * @throws InvalidInputException when the server cannot listen on the address
     */
    public static SecretomeServer start(ServerSettings settings, Snapshot graph, Supplier<Catalogue> questions) {
        return start(settings, ServedDataset.snapshot(graph), questions);
    }

    /** The same for any dataset that can be served. */
    public static SecretomeServer start(ServerSettings settings, ServedDataset served, Supplier<Catalogue> questions) {
        DatasetGraph sandboxed = SandboxedDataset.over(served.dataset(), settings);
        FusekiServer fuseki = new FusekiConfiguration(settings).build(sandboxed, served,
                pages(sandboxed, served, new Lazy<>(questions)));
        try {
            fuseki.start();
        } catch (RuntimeException e) {
            stopQuietly(fuseki);
            throw cannotListen(settings, e);
        }
        return new SecretomeServer(fuseki, served.isMutable()
                ? Optional.of(new MetadataRefresher(() -> served.refreshMetadata().accept(Duration.ZERO)))
                : Optional.empty());
    }

    /**
     * Checks whether a server could listen now, before a graph is loaded, which takes seconds.
     *
     * @throws InvalidInputException when it could not
     */
    public static void checkAddress(ServerSettings settings) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(settings.host(), settings.port()));
        } catch (IOException e) {
            throw cannotListen(settings, new UncheckedIOException(e));
        }
    }

    private static Map<String, HttpServlet> pages(DatasetGraph graph, ServedDataset served,
            Supplier<Catalogue> questions) {
        return Map.ofEntries(entry("/context.jsonld", new ContextApi(graph, served.isMutable())),
                entry("/openapi.json",
                        new OpenApi(graph, questions, served.validation().isPresent(), served.writes().isPresent())),
                entry("/health", new Health(graph, served.triples())),
                entry("", new HomeServlet(graph, served.triples(), served.isMutable(), questions)),
                entry("/*",
                        new EntityServlet(graph, served.isMutable(), served::refreshMetadataForReader,
                                ServerPaths.DATASET + "/sparql")),
                entry(NanopubServlet.PATH + "*", new NanopubServlet(graph, served.isMutable())),
                entry(MappingsServlet.PATH, new MappingsServlet(graph, served.isMutable())),
                entry(DatasetDump.PATH, new DatasetDump(graph, served)),
                entry("/questions/*", new QuestionServlet(graph, questions)),
                entry("/about", new AboutServlet(graph)),
                entry("/api/questions/*", new QuestionsApi(graph, questions)),
                entry("/search", new SearchApi(graph)),
                entry("/resolve", new ResolveApi(graph)));
    }

    /** The port that was asked for, or the free one that was chosen. */
    public int port() {
        return fuseki.getHttpPort();
    }

    /** The address of the home page on this machine. */
    public String url() {
        return "http://localhost:" + port() + "/";
    }

    /** Stops the server; requests that are being answered are cut off. */
    @Override
    public void close() {
        refresher.ifPresent(MetadataRefresher::close);
        fuseki.stop();
    }

    /** Ends the threads of a server that could not bind: they would keep the program alive. */
    private static void stopQuietly(FusekiServer fuseki) {
        try {
            fuseki.stop();
        } catch (RuntimeException e) {
            // The reason why it did not start is the one that is reported.
        }
    }

    private static RuntimeException cannotListen(ServerSettings settings, RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException && String.valueOf(cause.getMessage()).contains("in use")) {
                return new InvalidInputException(
                        "port " + settings.port() + " is in use; choose another with --port, or --port 0 for any"
                                + " free one",
                        failure);
            }
            if (cause instanceof BindException || cause instanceof SocketException
                    || cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return new InvalidInputException(
                        "cannot listen on " + settings.host() + " port " + settings.port() + ": "
                                + (cause.getMessage() == null ? "no such host" : cause.getMessage()),
                        failure);
            }
        }
        return failure;
    }
}
