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

/** The graph and its questions over HTTP: started, asked for its address, stopped. */
public final class SecretomeServer implements AutoCloseable {
    private final FusekiServer fuseki;
    private final Optional<MetadataRefresher> describing;

    private SecretomeServer(FusekiServer fuseki, Optional<MetadataRefresher> describing) {
        this.fuseki = fuseki;
        this.describing = describing;
    }

    /**
     * Starts to answer.
     *
     * @param questions read when the first page asks for them: SPARQL does not need them
     * @throws InvalidInputException when the address cannot be listened on
     */
    public static SecretomeServer start(ServerSettings settings, Snapshot graph, Supplier<Catalogue> questions) {
        return start(settings, ServedDataset.snapshot(graph), questions);
    }

    /** The same, for anything that can be served. */
    public static SecretomeServer start(ServerSettings settings, ServedDataset served, Supplier<Catalogue> questions) {
        DatasetGraph closed = SandboxedDataset.over(served.dataset(), settings);
        FusekiServer fuseki = new FusekiConfiguration(settings).build(closed, served,
                pages(closed, served, new Lazy<>(questions)));
        try {
            fuseki.start();
        } catch (RuntimeException e) {
            stopHalfStarted(fuseki);
            throw cannotListen(settings, e);
        }
        return new SecretomeServer(fuseki, served.changes()
                ? Optional.of(new MetadataRefresher(() -> served.describe().accept(Duration.ZERO))) : Optional.empty());
    }

    /**
     * Whether a server could listen now. Worth asking before a graph is loaded, which takes seconds.
     *
     * @throws InvalidInputException when the address cannot be listened on
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
        return Map.ofEntries(entry("/context.jsonld", new ContextApi(graph, served.changes())),
                entry("/openapi.json",
                        new OpenApi(graph, questions, served.proofing().isPresent(), served.writes().isPresent())),
                entry("/health", new Health(graph, served.triples())),
                entry("", new HomeServlet(graph, served.triples(), served.changes(), questions)),
                entry("/*",
                        new EntityServlet(graph, served.changes(), served::describeForReader,
                                ServerPaths.DATASET + "/sparql")),
                entry(NanopubServlet.PATH + "*", new NanopubServlet(graph, served.changes())),
                entry(MappingsServlet.PATH, new MappingsServlet(graph, served.changes())),
                entry(DatasetDump.PATH, new DatasetDump(graph, served)),
                entry("/questions/*", new QuestionServlet(graph, questions)),
                entry("/about", new AboutServlet(graph)),
                entry("/api/questions/*", new QuestionsApi(graph, questions)),
                entry("/search", new SearchApi(graph)),
                entry("/resolve", new ResolveApi(graph)));
    }

    /** The port that was asked for, or the free one that was found. */
    public int port() {
        return fuseki.getHttpPort();
    }

    /** Where the home page is, for somebody on this machine. */
    public String url() {
        return "http://localhost:" + port() + "/";
    }

    /** Stops to answer; what is being answered is cut off. */
    @Override
    public void close() {
        describing.ifPresent(MetadataRefresher::close);
        fuseki.stop();
    }

    /** Threads of a server that could not bind would keep the program alive. */
    private static void stopHalfStarted(FusekiServer fuseki) {
        try {
            fuseki.stop();
        } catch (RuntimeException e) {
            // The reason why it did not start is the one worth telling.
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
