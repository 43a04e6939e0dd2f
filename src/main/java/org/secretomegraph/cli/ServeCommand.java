package org.secretomegraph.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.secretomegraph.report.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Loads a graph and serves it over HTTP until the process is stopped. */
@Command(name = "serve", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Serves SPARQL, and the questions as web pages. For this machine only without --host, and read-only"
                + " without --allow-updates.",
        footer = {"", "secretome serve                          the bundled graph at http://localhost:3030/",
                "secretome serve --port 0 --data my.ttl   your own data, at any free port",
                "secretome serve --store tdb2:my-store --allow-updates",
                "                                         a durable copy of the bundled graph that accepts changes"})
final class ServeCommand implements Callable<Integer> {
    private static final String TDB2 = "tdb2:";

    private final Services services;

    @Spec
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "3030",
            description = "Port to listen on; 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--host", paramLabel = "HOST", defaultValue = "127.0.0.1",
            description = "Interface to listen on; 0.0.0.0 for all (default: ${DEFAULT-VALUE}, this machine only).")
    private String host;

    @Option(names = "--data", arity = "1..*", paramLabel = "FILE",
            description = "Serve these files (RDF in any syntax, gzip too) instead of the bundled graph.")
    private List<Path> data = List.of();

    @Option(names = "--store", paramLabel = "memory|tdb2:DIR", defaultValue = "memory",
            description = "Where the graph is stored (default: ${DEFAULT-VALUE}). An empty folder is first filled with the"
                    + " graph; an existing store is opened as it is.")
    private String store;

    @Option(names = "--compact",
            description = "First compact the tdb2 store: its files only grow otherwise. Needs disk space for the new files"
                    + " beside the old ones.")
    private boolean compact;

    @Option(names = "--allow-updates",
            description = "Accept changes: SPARQL Update, Graph Store, RDF Patch, upload. Each is validated by the shapes.")
    private boolean updates;

    @Option(names = "--users", paramLabel = "FILE",
            description = "Who may write: lines of name:password, for HTTP Basic. Everybody may read. Without it only"
                    + " clients on this machine may write.")
    private Path users;

    @Option(names = "--fail-on", paramLabel = "SEVERITY", defaultValue = "violation",
            description = "Refuse changes that add findings from this severity on: ${COMPLETION-CANDIDATES} (default:"
                    + " ${DEFAULT-VALUE}).")
    private Severity failOn;

    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "60",
            description = "How long a query may run (default: ${DEFAULT-VALUE}).")
    private int timeout;

    @Option(names = "--write-timeout", paramLabel = "SECONDS", defaultValue = "120",
            description = "How long a change may take to be made and validated; then it is rolled back"
                    + " (default: ${DEFAULT-VALUE}).")
    private int writeTimeout;

    @Option(names = "--max-body", paramLabel = "MB", defaultValue = "256",
            description = "The largest body of a change, after decompression (default: ${DEFAULT-VALUE}).")
    private int maxBody;

    @Option(names = "--cors", negatable = true,
            description = "Whether web pages of other sites may read responses (default: yes for the bundled graph, which"
                    + " is public; no for your own data and for a graph that accepts changes).")
    private Boolean cors;

    @Option(names = "--service-allow", split = ",", paramLabel = "URL",
            description = "Endpoints that queries may use with SERVICE, by their full addresses, separated by commas. Without"
                    + " it SERVICE is refused.")
    private List<String> endpoints = List.of();

    @Option(names = {"-v", "--verbose"}, description = "Log each request on stderr, one line each.")
    private boolean verbose;

    ServeCommand(Services services) {
        this.services = services;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        boolean anyOrigin = cors == null ? data.isEmpty() && !updates : cors;
        HttpOptions where = new HttpOptions(host, port, Duration.ofSeconds(timeout), anyOrigin, verbose, endpoints);
        CountDownLatch stopRequested = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        long start = System.nanoTime();
        try (RunningServer server = services.server(where, storeOptions()).get()) {
            err.printf(Locale.ROOT, "secretome: %s, loaded in %.1f s%n", server.content(),
                    (System.nanoTime() - start) / 1e9);
            err.println("secretome: ready at " + server.url());
            err.flush();
            onShutdown(stopRequested, closed);
            stopRequested.await();
        }
        closed.countDown();
        return SecretomeCommand.GOOD;
    }

    private StoreOptions storeOptions() {
        if (users != null && !updates) {
            throw new ParameterException(spec.commandLine(), "--users needs --allow-updates");
        }
        if (compact && !store.startsWith(TDB2)) {
            throw new ParameterException(spec.commandLine(), "--compact is for a durable store: add --store tdb2:DIR");
        }
        if (writeTimeout < 1) {
            throw new ParameterException(spec.commandLine(),
                    "--write-timeout is at least one second, not " + writeTimeout);
        }
        if (maxBody < 1) {
            throw new ParameterException(spec.commandLine(), "--max-body is at least one megabyte, not " + maxBody);
        }
        Optional<Path> folder = Optional.empty();
        if (store.startsWith(TDB2) && store.length() > TDB2.length()) {
            folder = Optional.of(Path.of(store.substring(TDB2.length())));
        } else if (!store.equals("memory")) {
            throw new ParameterException(spec.commandLine(), "--store is memory or tdb2:DIR, not '" + store + "'");
        }
        return new StoreOptions(data, folder, compact, updates, Optional.ofNullable(users), failOn,
                Duration.ofSeconds(writeTimeout), (long) maxBody << 20);
    }

    /**
     * At SIGTERM or Ctrl-C, counts down the first latch and keeps the virtual machine alive until the command has
     * closed its server and counted down the second one.
     */
    private static void onShutdown(CountDownLatch stopRequested, CountDownLatch closed) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stopRequested.countDown();
            try {
                closed.await(5, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, "stop"));
    }
}
