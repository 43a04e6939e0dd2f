package org.secretomegraph.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.secretomegraph.graph.Snapshot;
import org.secretomegraph.vocab.Scso;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Loads a graph and answers over HTTP until the process is told to stop. */
@Command(name = "serve", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Answers SPARQL and shows the questions in the browser. Read-only, and for this machine only unless"
                + " --host says otherwise.",
        footer = {"", "secretome serve                          the bundled graph at http://localhost:3030/",
            "secretome serve --port 0 --data my.ttl   your own data, at any free port"})
final class ServeCommand implements Callable<Integer> {
    private final Wiring wiring;

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

    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "60",
            description = "How long a query may run (default: ${DEFAULT-VALUE}).")
    private int timeout;

    @Option(names = "--cors", negatable = true,
            description = "Whether web pages of other sites may read the answers (default: yes for the bundled graph, which"
                    + " is public; no for your own data).")
    private Boolean cors;

    @Option(names = {"-v", "--verbose"}, description = "Tell each request on stderr, one line each.")
    private boolean verbose;

    ServeCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        boolean anyOrigin = cors == null ? data.isEmpty() : cors;
        Listening where = new Listening(host, port, Duration.ofSeconds(timeout), anyOrigin, verbose);
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        long start = System.nanoTime();
        Function<Snapshot, Serving> server = wiring.server(where);
        Snapshot graph = data.isEmpty() ? wiring.bundledGraph() : wiring.graphOf(data);
        try (Serving serving = server.apply(graph)) {
            err.printf(Locale.ROOT, "secretome: %,d triples, %,d claims, loaded in %.1f s%n", graph.union().size(),
                    claims(graph), (System.nanoTime() - start) / 1e9);
            err.println("secretome: ready at " + serving.url());
            err.flush();
            atStop(told, closed);
            told.await();
        }
        closed.countDown();
        return SecretomeCommand.GOOD;
    }

    private static int claims(Snapshot graph) {
        return graph.union().find(Node.ANY, RDF.type.asNode(), Scso.Claim).toList().size();
    }

    /**
     * Counts down the first latch at SIGTERM or Ctrl-C, and keeps the virtual machine alive until the command has closed
     * its server and counted down the second one.
     */
    private static void atStop(CountDownLatch told, CountDownLatch closed) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            told.countDown();
            try {
                closed.await(5, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, "stop"));
    }
}
