package org.secretomegraph.curation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonParseException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.graph.GraphFactory;
import org.secretomegraph.graph.BadInput;
import org.secretomegraph.graph.Snapshot;
import org.secretomegraph.guard.Finding;
import org.secretomegraph.guard.Judgement;
import org.secretomegraph.guard.Proposed;
import org.secretomegraph.guard.Severity;
import org.secretomegraph.guard.Validation;

/**
 * A running server, by its Graph Store road. A sheet is judged here first, over the bundled graph, because only here are
 * its cells known; the server then judges its triples over what it holds, and has the last word.
 *
 * @param data    where the server's Graph Store Protocol answers
 * @param user    name and password, when the server asks for them
 * @param bundled what is known of terms
 * @param rules   the rules of this program
 * @param floor   findings from this severity on refuse a sheet
 */
public record ServedClaims(URI data, Optional<Login> user, Snapshot bundled, Validation rules, Severity floor)
        implements ClaimStore {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int UNPROCESSABLE = 422;

    /** Who writes. */
    public record Login(String name, String password) {}

    /** The Graph Store address of a server that was named by its home page, its dataset or that address itself. */
    public static URI dataOf(String address) {
        try {
            String bare = address.replaceFirst("/+$", "");
            String path = Optional.ofNullable(new URI(bare).getPath()).orElse("");
            return new URI(path.isEmpty() ? bare + "/secretome/data" : path.endsWith("/data") ? bare : bare + "/data");
        } catch (java.net.URISyntaxException e) {
            throw new BadInput(address + ": is no address of a server", e);
        }
    }

    /** The server is not asked to judge: a server that does not know dry runs would write. */
    @Override
    public Curated tryOut(Path file, Node graph) {
        Proposed sheet = SheetProposal.read(file, bundled.dataset(), graph);
        Judgement judgement = rules.judge(bundled.union(), List.of(sheet));
        return new Curated(judgement.passes(floor), judgement, SheetChanges.between(stored(graph), sheet.triples()));
    }

    @Override
    public Curated write(Path file, Node graph) {
        Proposed sheet = SheetProposal.read(file, bundled.dataset(), graph);
        Judgement here = rules.judge(bundled.union(), List.of(sheet));
        SheetChanges changes = SheetChanges.between(stored(graph), sheet.triples());
        if (!here.passes(floor)) {
            return new Curated(false, here, changes);
        }
        ByteArrayOutputStream turtle = new ByteArrayOutputStream();
        RDFDataMgr.write(turtle, sheet.triples(), Lang.TURTLE);
        HttpResponse<String> answer = send(request(graph).header("Content-Type", "text/turtle; charset=utf-8")
                .header("Accept", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(turtle.toByteArray())));
        if (answer.statusCode() == UNPROCESSABLE) {
            return new Curated(false, refusal(answer.body(), sheet), changes);
        }
        expect(answer, 200, 201, 204);
        return new Curated(true, here, changes);
    }

    private Graph stored(Node graph) {
        HttpResponse<String> answer = send(request(graph).header("Accept", "application/n-triples").GET());
        if (answer.statusCode() == 404) {
            return GraphFactory.createDefaultGraph();
        }
        expect(answer, 200);
        try {
            return RDFParser.source(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)))
                    .lang(Lang.NTRIPLES).toGraph();
        } catch (RiotException e) {
            throw new BadInput(data + ": answers with something else than triples; is this a Graph Store address?", e);
        }
    }

    private HttpRequest.Builder request(Node graph) {
        URI address = URI.create(data + "?graph=" + URLEncoder.encode(graph.getURI(), StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
        user.ifPresent(u -> request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(
                (u.name() + ":" + u.password()).getBytes(StandardCharsets.UTF_8))));
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (ConnectException e) {
            throw new BadInput(data + ": no server answers there", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new BadInput(data + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadInput(data + ": was interrupted", e);
        }
    }

    private void expect(HttpResponse<String> answer, int... good) {
        if (java.util.Arrays.stream(good).noneMatch(code -> code == answer.statusCode())) {
            String said = answer.body().replaceAll("\\s+", " ").strip();
            throw new BadInput(data + ": the server answered " + answer.statusCode() + switch (answer.statusCode()) {
                case 401 -> ": a name and password are needed (--user)";
                case 403, 405 -> ": it does not let anybody write (start it with --allow-updates)";
                default -> said.isEmpty() ? "" : ": " + said.substring(0, Math.min(200, said.length()));
            });
        }
    }

    private Judgement refusal(String body, Proposed sheet) {
        try {
            List<Finding> findings = sheet.located(Finding.ofJson(JSON.parse(body).get("findings").getAsArray()));
            return Judgement.sorted(findings, sheet.triples().size());
        } catch (JsonParseException | NullPointerException | ClassCastException e) {
            throw new BadInput(data + ": the server refused the sheet, and its reasons cannot be read", e);
        }
    }

    @Override
    public void close() {}
}
