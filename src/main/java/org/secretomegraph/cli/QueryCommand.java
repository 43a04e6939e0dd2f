package org.secretomegraph.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecDatasetBuilder;
import org.apache.jena.sparql.exec.http.QueryExecHTTPBuilder;
import org.apache.jena.sparql.util.Context;
import org.secretomegraph.catalogue.Catalogue;
import org.secretomegraph.catalogue.ParameterValidator;
import org.secretomegraph.catalogue.Question;
import org.secretomegraph.graph.federation.EndpointException;
import org.secretomegraph.graph.federation.Federation;
import org.secretomegraph.graph.text.VersionedTextIndex;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.io.Messages;
import org.secretomegraph.vocab.PrefixRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a question of the catalogue or a query file, and prints the result. */
@Command(name = "query", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Runs a question of the catalogue or a SPARQL query file.",
        footer = {"", "secretome query --list   names the questions",
                "secretome query what-a-component-does --param component=HGNC:1033"})
final class QueryCommand implements Callable<Integer> {
    private final Services services;

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME|FILE.rq",
            description = "The question, or a query file.")
    private String name;

    @Option(names = "--list", description = "List the questions and their parameters.")
    private boolean list;

    @Option(names = {"-p", "--param"}, paramLabel = "NAME=VALUE", description = "A parameter of the question: an IRI,"
            + " a CURIE such as HGNC:4893, a text or a number. May be repeated.")
    private Map<String, String> params = new TreeMap<>();

    @Option(names = {"-f", "--format"}, defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ResultFormat format;

    @Option(names = "--data", arity = "1..*", paramLabel = "FILE",
            description = "Ask these files (RDF in any syntax, gzip too) instead of the bundled graph.")
    private List<Path> data = List.of();

    @Option(names = "--service-allow", split = ",", paramLabel = "URL",
            description = "Endpoints that the query may ask with"
                    + " SERVICE, by their whole address, with commas between. Without it SERVICE is closed.")
    private List<String> endpoints = List.of();

    @Option(names = "--timeout", paramLabel = "SECONDS",
            description = "How long the query may run; without it, as long as it"
                    + " takes.")
    private Optional<Integer> timeout = Optional.empty();

    @Option(names = "--endpoint", paramLabel = "URL", description = "Ask a SPARQL endpoint instead.")
    private String endpoint;

    QueryCommand(Services services) {
        this.services = services;
    }

    @Override
    public Integer call() throws IOException {
        takeQueryFromData();
        Catalogue catalogue = services.catalogue();
        if (list || name == null) {
            print(catalogue);
            return name == null && !list ? SecretomeCommand.FAILED : SecretomeCommand.GOOD;
        }
        if (timeout.orElse(1) < 1) {
            throw new InvalidInputException("a query needs a time limit of at least one second, not " + timeout.get());
        }
        Question question = question(catalogue);
        question.binding(params); // before a graph is loaded, which takes seconds
        Optional<DatasetGraph> dataset = dataset();
        check(question, dataset);
        Query query = question.asked(params);
        try (QueryExec exec = execution(query, dataset); OutputStream out = new Stdout()) {
            format.write(exec, query, out);
        } catch (QueryCancelledException e) {
            throw new InvalidInputException(
                    "the query took longer than " + timeout.orElse(0) + " seconds and was stopped; what was printed is"
                            + " incomplete",
                    e);
        } catch (QueryException e) {
            QueryException cause = Federation.cause(e);
            throw cause instanceof QueryDeniedException || cause instanceof EndpointException
                    ? new InvalidInputException(Messages.of(cause), cause) : e;
        }
        StandardStreams.check();
        return SecretomeCommand.GOOD;
    }

    /** The option {@code --data} takes all files that follow it, with the query when that is the last of them. */
    private void takeQueryFromData() {
        if (name == null && data.size() > 1) {
            name = data.getLast().toString();
            data = data.subList(0, data.size() - 1);
        }
    }

    private Question question(Catalogue catalogue) throws IOException {
        if (!name.endsWith(".rq") && !name.endsWith(".sparql")) {
            return catalogue.named(name)
                    .orElseThrow(() -> new InvalidInputException("no question is named '" + name + "'; nearest is '"
                            + catalogue.nearest(name).orElse("") + "', and secretome query --list names all"));
        }
        Path file = Path.of(name);
        if (!Files.isRegularFile(file)) {
            throw new InvalidInputException(file + ": no such query file");
        }
        String text = Files.readString(file);
        if (text.lines().anyMatch(line -> line.startsWith("#+"))) {
            return Catalogue.read(List.of(file)).questions().get(0);
        }
        try {
            QueryFactory.create(text);
        } catch (QueryParseException e) {
            throw new InvalidInputException(
                    file + ":" + Math.max(1, e.getLine()) + ":" + Math.max(1, e.getColumn()) + ": "
                            + Messages.of(e).replaceAll("\\s+", " "),
                    e);
        }
        return new Question(file.toString(), "", "", List.of(), List.of(), "", List.of(), List.of(), text);
    }

    private void check(Question question, Optional<DatasetGraph> dataset) {
        PrefixRegistry prefixes = PrefixRegistry.bundled();
        new ParameterValidator(question,
                value -> prefixes.violatedPattern(value).map(p -> new ParameterValidator.Source(p.name(), p.form())),
                dataset.map(DatasetGraph::getDefaultGraph)).check(params);
    }

    /** The dataset to query; empty when an endpoint is queried. */
    private Optional<DatasetGraph> dataset() {
        return endpoint != null ? Optional.empty()
                : Optional.of((data.isEmpty() ? services.bundledGraph() : services.graphOf(data)).dataset());
    }

    private QueryExec execution(Query query, Optional<DatasetGraph> dataset) {
        return dataset.map(local -> executeLocally(query, local)).orElseGet(() -> executeRemotely(query));
    }

    private QueryExec executeRemotely(Query query) {
        QueryExecHTTPBuilder builder = QueryExecHTTPBuilder.service(endpoint).query(query);
        timeout.ifPresent(seconds -> builder.timeout(seconds, TimeUnit.SECONDS));
        return builder.build();
    }

    private QueryExec executeLocally(Query query, DatasetGraph dataset) {
        Context context = dataset.getContext().copy();
        Federation.with(endpoints).applyTo(context);
        timeout.ifPresent(seconds -> context.set(ARQ.queryTimeout, String.valueOf(TimeUnit.SECONDS.toMillis(seconds))));
        VersionedTextIndex.copyRegistration(dataset.getContext(), context);
        return QueryExecDatasetBuilder.create().dataset(new DatasetGraphWrapper(dataset, context)).query(query).build();
    }

    private static void print(Catalogue catalogue) {
        int width = catalogue.questions().stream().mapToInt(q -> q.name().length()).max().orElse(0);
        for (Question q : catalogue.questions()) {
            System.out.printf("%-" + (width + 2) + "s%s%n", q.name(), q.summary());
            q.federated().forEach(
                    other -> System.out.printf("%" + (width + 4) + "s" + Federation.OPTION + " %s   it asks this"
                            + " endpoint too%n", "", other));
            q.parameters().forEach(p -> System.out.printf("%" + (width + 4) + "s--param %s=%s   %s%n", "", p.name(),
                    p.defaultValue().orElse("..."), p.label()
                            + (p.defaultValue().isEmpty() ? "; must be given, for example " + p.example() : "")));
        }
    }

    /** Standard output that stays open, since more is printed after the result. */
    private static final class Stdout extends FilterOutputStream {
        Stdout() {
            super(new BufferedOutputStream(System.out, 1 << 16));
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
