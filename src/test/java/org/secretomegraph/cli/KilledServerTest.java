package org.secretomegraph.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.JavaProcess;
import org.secretomegraph.Proof;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.store.GraphStore;
import org.secretomegraph.guard.Validator;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.Severity;
import org.secretomegraph.shacl.ShapeLibrary;

/**
 * A server on a durable store is killed, as with kill -9, while many clients write to it, at a random moment, several
 * times
 * on one store ({@code -Drounds=20} for more; {@code -Dseed=N} for the moments and changes of another run). Afterwards
 * the store holds every change that was accepted, whole, and
 * nothing of one that was refused; it is valid; and by its text index is found what it holds.
 */
@Proof
class KilledServerTest {
    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final int CLIENTS = 6;
    private static final String UPDATE = "application/sparql-update";
    private static final String P = """
            PREFIX scso: <https://w3id.org/scso/> PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> PREFIX bibo: <http://purl.org/ontology/bibo/>
            PREFIX text: <http://jena.apache.org/text#> PREFIX ex: <http://example.org/> """;
    private static final String TITLED = "?s dcterms:title ?title FILTER(STRSTARTS(STR(?s), 'https://doi.org/'))";
    private static final String FOUND =
            "?s text:query (dcterms:title 'number') FILTER(STRSTARTS(STR(?s), 'https://doi.org/'))";
    /** A publication as the shapes want it; %2$s may be one title more, which they refuse. */
    private static final String PUBLICATION = """
            <https://doi.org/10.5555/%1$s> a scso:Publication ; dcterms:title "Number %1$s"%2$s ;
                dcterms:issued "2020"^^xsd:gYear ; bibo:doi "10.5555/%1$s" ; scso:studyKind scso:primary .
            """;
    private static final int TRIPLES = 5;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    /** The last number that was accepted of each client's own graph, whose content is replaced again and again. */
    private final Map<String, Integer> versions = new ConcurrentHashMap<>();
    private final Set<String> wrongAnswers = ConcurrentHashMap.newKeySet();
    private final AtomicInteger next = new AtomicInteger();
    /** Gets a permit for each change that is accepted. */
    private final Semaphore acceptances = new Semaphore(0);

    @Test
    void losesNothingThatItAcceptedAndKeepsNothingThatItRefused(@TempDir Path folder) throws Exception {
        Path store = folder.resolve("store");
        Path first = Files.writeString(folder.resolve("first.ttl"), P.replace("PREFIX", "\nPREFIX") + "\n"
                + PUBLICATION.formatted("first", "") + "scso:primary a scso:StudyKind .\n");
        for (int round = 0; round < ROUNDS; round++) {
            String when = "seed " + seed + ", round " + round;
            writeUntilKilled(store, first, when);
            assertEquals(Set.of(), wrongAnswers, when);
            check(store, when);
        }
        assertTrue(refused.size() >= ROUNDS, "seed " + seed + ": only " + refused.size() + " refused");
    }

    private void writeUntilKilled(Path store, Path first, String when) throws Exception {
        Process server = JavaProcess.secretome("serve", "--port", "0", "--store", "tdb2:" + store, "--allow-updates",
                "--data", first.toString()).start();
        List<Thread> clients = new ArrayList<>();
        try (BufferedReader err = server.errorReader(); HttpClient http = HttpClient.newHttpClient()) {
            String url = JavaProcess.url(err);
            checkIndex(http, url, when);
            acceptances.drainPermits();
            for (int i = 0; i < CLIENTS; i++) {
                String name = "client" + i;
                clients.add(Thread.ofPlatform().start(() -> write(http, url, name)));
            }
            assertTrue(acceptances.tryAcquire(CLIENTS, 1, TimeUnit.MINUTES), when + ": hardly anything is accepted");
            Thread.sleep(random.nextInt(1500));
            server.destroyForcibly(); // SIGKILL
            assertTrue(server.waitFor(10, TimeUnit.MINUTES), when);
            for (Thread client : clients) {
                client.join();
            }
        } finally {
            server.destroyForcibly();
        }
    }

    /** Writes on each road in turn until the connection breaks. What was on its way then may be stored or not. */
    private void write(HttpClient http, String url, String name) {
        try {
            for (int i = 0; true; i++) {
                String id = "n" + next.incrementAndGet();
                String good = PUBLICATION.formatted(id, "");
                switch (i % 4) {
                    case 0 -> note(accepted, id, 204, send(http, "POST", url + "secretome/update", UPDATE,
                            P + "INSERT DATA { " + good + " GRAPH ex:also { ex:" + id + " ex:is 1 } }"));
                    case 1 -> note(refused, id, 422,
                            send(http, "POST", url + "secretome/update", UPDATE, P + "INSERT DATA { "
                                    + PUBLICATION.formatted(id, ", \"Another title\"") + " GRAPH ex:also { ex:" + id
                                    + " ex:is 1 } }"));
                    case 2 -> note(accepted, id, 200, send(http, "POST", url + "secretome/data", "application/trig", P
                            + "ex:posted { " + good + " } ex:also { ex:" + id + " ex:is 1 }"));
                    default -> replace(http, url, name, i);
                }
            }
        } catch (IOException e) {
            // The server is dead.
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void replace(HttpClient http, String url, String name, int version)
            throws IOException, InterruptedException {
        int number = versions.getOrDefault(name, 0) + 1;
        StringBuilder body = new StringBuilder(P);
        for (int i = 0; i < 20; i++) {
            body.append("ex:").append(name).append(" ex:part").append(i).append(' ').append(number).append(" .\n");
        }
        int status = send(http, "PUT", url + "secretome/data?graph=http://example.org/" + name, "text/turtle",
                body.toString());
        if (status == 200 || status == 201) {
            versions.put(name, number);
        } else {
            wrongAnswers.add("PUT " + status);
        }
    }

    private void note(Set<String> where, String id, int expected, int status) {
        if (status == expected) {
            where.add(id);
            if (where == accepted) {
                acceptances.release();
            }
        } else {
            wrongAnswers.add(status + " instead of " + expected);
        }
    }

    private static int send(HttpClient http, String method, String url, String type, String body)
            throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.discarding()).statusCode();
    }

    private void check(Path folder, String when) throws IOException {
        ShapeLibrary rules;
        try (Stream<Path> shapes = Files.list(Path.of("shapes"))) {
            rules = ShapeLibrary.read(shapes.filter(file -> file.toString().endsWith(".ttl")).sorted().toList());
        }
        try (GraphStore store = GraphStore.tdb2(folder)) {
            store.read(dataset -> {
                List<Finding> wrong =
                        new Validator(rules).validate("store", dataset.getDefaultGraph()).findings().stream()
                                .filter(f -> f.severity() == Severity.VIOLATION).toList();
                assertEquals(List.of(), wrong, when);
                accepted.forEach(id -> assertEquals(TRIPLES + 1, of(dataset, id), when + ": accepted " + id));
                refused.forEach(id -> assertEquals(0, of(dataset, id), when + ": refused " + id));
                for (int id = 1; id <= next.get(); id++) {
                    int stored = of(dataset, "n" + id);
                    assertTrue(stored == 0 || stored == TRIPLES + 1, when + ": half of n" + id);
                }
                versions.forEach((name, version) -> assertVersion(dataset, name, version, when));
                assertEquals(NamedGraphs.triples(dataset), store.triples(), when + ": the kept number");
                assertEquals(things(dataset, TITLED), things(dataset, FOUND), when + ": what is found by its title");
                return null;
            });
        }
    }

    private static Set<Node> things(DatasetGraph dataset, String pattern) {
        try (QueryExec exec = QueryExec.dataset(dataset).query(P + "SELECT ?s { " + pattern + " }").build()) {
            return exec.select().stream().map(row -> row.get("s")).collect(Collectors.toSet());
        }
    }

    /** The server that was started after a kill finds by its text index what its graph holds. */
    private static void checkIndex(HttpClient http, String url, String when) throws IOException, InterruptedException {
        List<Set<String>> answers = new ArrayList<>();
        for (String pattern : List.of(TITLED, FOUND)) {
            HttpRequest asked =
                    HttpRequest.newBuilder(URI.create(url + "secretome/sparql")).header("Accept", "text/csv")
                            .header("Content-Type", "application/sparql-query")
                            .POST(BodyPublishers.ofString(P + "SELECT ?s { " + pattern
                                    + " }"))
                            .build();
            answers.add(http.send(asked, BodyHandlers.ofString()).body().lines().collect(Collectors.toSet()));
        }
        assertEquals(answers.get(0), answers.get(1), when);
        assertTrue(answers.get(0).size() > 1, () -> when + ": " + answers);
    }

    private static int of(DatasetGraph dataset, String id) {
        return dataset.getDefaultGraph()
                .find(NodeFactory.createURI("https://doi.org/10.5555/" + id), Node.ANY, Node.ANY)
                .toList().size()
                + dataset.getDefaultGraph().find(NodeFactory.createURI("http://example.org/" + id), Node.ANY,
                        Node.ANY).toList().size();
    }

    /** The last accepted version, or the one that was on its way; and all of it. */
    private void assertVersion(DatasetGraph dataset, String name, int version, String when) {
        Node graph = NodeFactory.createURI("http://example.org/" + name);
        List<Integer> parts = Iter.asStream(dataset.find(graph, Node.ANY, Node.ANY, Node.ANY))
                .map(quad -> ((Number) quad.getObject().getLiteralValue()).intValue()).collect(Collectors.toList());
        assertEquals(20, parts.size(), when + ": parts of " + name);
        int found = parts.get(0);
        assertEquals(Set.of(found), Set.copyOf(parts), when + ": mixed versions of " + name);
        assertTrue(found == version || found == version + 1,
                when + ": " + name + " is " + found + ", accepted " + version);
        versions.put(name, found);
    }
}
