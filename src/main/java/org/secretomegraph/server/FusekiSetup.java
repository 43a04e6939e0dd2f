package org.secretomegraph.server;

import jakarta.servlet.http.HttpServlet;
import java.util.List;
import java.util.Map;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Endpoint;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.servlets.ActionProcessor;
import org.apache.jena.sparql.core.DatasetGraph;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The only place that talks to Fuseki's builder. Each default that matters is said aloud. */
final class FusekiSetup {
    /** Fuseki's own 5 MB is never pooled by Jetty: each answer would allocate it and force full collections. */
    private static final int OUTPUT_BUFFER = 32 * 1024;
    private static final int MIN_THREADS = 4;
    private static final String DATASET_ITSELF = "";

    private final ServerSettings settings;

    FusekiSetup(ServerSettings settings) {
        this.settings = settings;
    }

    /** A server that is ready to start. */
    FusekiServer build(DatasetGraph graph, Served served, Map<String, HttpServlet> pages) {
        FusekiServer.Builder builder = FusekiServer.create()
                .port(settings.port())
                .loopback(false)                                  // which interface: see listen()
                .numServerThreads(MIN_THREADS, settings.maxThreads())
                .verbose(false)                                   // EveryAnswer tells requests, one line each
                .enableCors(false)                                // CrossOrigin does it, without credentials
                .enablePing(true)
                .enableStats(false)
                .enableMetrics(false)
                .enableTasks(false)
                .enableCompact(false)
                .fusekiModules(FusekiModules.create(List.of()))   // nothing from the class path adds itself
                .addFilter("/*", new EveryAnswer(settings))
                .addFilter(Paths.DATASET + "/*", new ReadableAccept())
                .addFilter(Paths.DATASET + "/*", new OutputNames())
                .addFilter(Paths.DATASET + "/sparql", new HeadAsGet())
                .addFilter(Paths.DATASET + "/query", new HeadAsGet())
                .add(Paths.DATASET, service(graph, served));
        if (served.writes().isPresent()) {
            builder.addFilter("/*", new DryRun());
        }
        pages.forEach(builder::addServlet);
        FusekiServer fuseki = builder.build();
        listen(fuseki.getJettyServer());
        return fuseki;
    }

    /** The paths of a stock read-only Fuseki, and the same at the dataset itself, with our own processors for three. */
    private DataService service(DatasetGraph graph, Served served) {
        ServiceDescription description = new ServiceDescription(graph, served.versions(),
                !settings.federation().isClosed(), served.writes().isPresent());
        ActionProcessor query = new QueryEndpoint(description, settings);
        ActionProcessor shapes = new ShapesEndpoint(settings);
        DataService.Builder service = DataService.newBuilder(graph)
                .addEndpoint(endpoint("sparql", Operation.Query, query))
                .addEndpoint(endpoint("query", Operation.Query, query))
                .addEndpoint(endpoint(DATASET_ITSELF, Operation.Query, query))
                .addEndpoint(endpoint("get", Operation.GSP_R, new GraphReading(served.versions())))
                .addEndpoint(endpoint("shacl", Operation.Shacl, shapes));
        served.writes().ifPresentOrElse(writes -> addWrites(service, graph, writes, served),
                () -> addRefusals(service, served));
        served.proofing().ifPresent(proofing -> service.addEndpoint(
                endpoint("validate", Operation.Shacl, new ValidateEndpoint(graph, proofing, settings))));
        return service.build();
    }

    private static void addRefusals(DataService.Builder service, Served served) {
        ActionProcessor reading = new GraphReading(served.versions());
        ActionProcessor noUpdates = new NoUpdates();
        service.addEndpoint(endpoint("data", Operation.GSP_R, reading))
                .addEndpoint(endpoint(DATASET_ITSELF, Operation.GSP_R, reading))
                .addEndpoint(endpoint("update", Operation.Update, noUpdates))
                .addEndpoint(endpoint(DATASET_ITSELF, Operation.Update, noUpdates));
    }

    /** The paths of a stock Fuseki that takes updates, each with our own processor: all lead through one road. */
    private void addWrites(DataService.Builder service, DatasetGraph graph, Writes writes, Served served) {
        WriteRoad road = new WriteRoad(writes, served.versions());
        ActionProcessor graphStore = new GraphStoreEndpoint(road, writes, served.versions());
        ActionProcessor updates = new UpdateEndpoint(road, writes, graph.getContext(), settings);
        ActionProcessor patches = new PatchEndpoint(road);
        service.addEndpoint(endpoint("data", Operation.GSP_RW, graphStore))
                .addEndpoint(endpoint(DATASET_ITSELF, Operation.GSP_RW, graphStore))
                .addEndpoint(endpoint("update", Operation.Update, updates))
                .addEndpoint(endpoint(DATASET_ITSELF, Operation.Update, updates))
                .addEndpoint(endpoint("patch", Operation.Patch, patches))
                .addEndpoint(endpoint(DATASET_ITSELF, Operation.Patch, patches))
                .addEndpoint(endpoint("upload", Operation.Upload, new UploadEndpoint(road, writes)));
    }

    private static Endpoint endpoint(String name, Operation operation, ActionProcessor processor) {
        return Endpoint.create().endpointName(name).operation(operation).processor(processor).build();
    }

    private void listen(Server jetty) {
        PlainErrors errors = new PlainErrors();
        jetty.setErrorHandler(errors);
        if (jetty.getHandler() instanceof ServletContextHandler context) {
            context.setErrorHandler(errors);
        }
        for (Connector connector : jetty.getConnectors()) {
            if (connector instanceof ServerConnector tcp) {
                tcp.setHost(settings.host());
            }
            HttpConnectionFactory http = connector.getConnectionFactory(HttpConnectionFactory.class);
            http.getHttpConfiguration().setOutputBufferSize(OUTPUT_BUFFER);
            http.getHttpConfiguration().setSendServerVersion(false);
        }
    }
}
