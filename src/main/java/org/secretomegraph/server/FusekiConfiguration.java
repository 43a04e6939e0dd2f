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
import org.secretomegraph.server.http.AcceptFilter;
import org.secretomegraph.server.http.DryRunFilter;
import org.secretomegraph.server.http.FormatAliasFilter;
import org.secretomegraph.server.http.HeadFilter;
import org.secretomegraph.server.http.PlainErrorHandler;
import org.secretomegraph.server.http.ResponseFilter;
import org.secretomegraph.server.http.ServerPaths;
import org.secretomegraph.server.http.ServerSettings;
import org.secretomegraph.server.sparql.GraphStoreReader;
import org.secretomegraph.server.sparql.QueryEndpoint;
import org.secretomegraph.server.sparql.ServiceDescription;
import org.secretomegraph.server.sparql.ShapesEndpoint;
import org.secretomegraph.server.write.GraphStoreEndpoint;
import org.secretomegraph.server.write.PatchEndpoint;
import org.secretomegraph.server.write.UpdateEndpoint;
import org.secretomegraph.server.write.UpdatesDisabled;
import org.secretomegraph.server.write.UploadEndpoint;
import org.secretomegraph.server.write.ValidateEndpoint;
import org.secretomegraph.server.write.WriteHandler;
import org.secretomegraph.server.write.WriteSettings;

/** The only place that talks to Fuseki's builder. Each default that matters is said aloud. */
final class FusekiConfiguration {
    /** Fuseki's own 5 MB is never pooled by Jetty: each answer would allocate it and force full collections. */
    private static final int OUTPUT_BUFFER = 32 * 1024;
    private static final int MIN_THREADS = 4;
    private static final String DATASET_ITSELF = "";

    private final ServerSettings settings;

    FusekiConfiguration(ServerSettings settings) {
        this.settings = settings;
    }

    /** A server that is ready to start. */
    FusekiServer build(DatasetGraph graph, ServedDataset served, Map<String, HttpServlet> pages) {
        FusekiServer.Builder builder = FusekiServer.create()
                .port(settings.port())
                .loopback(false) // which interface: see listen()
                .numServerThreads(MIN_THREADS, settings.maxThreads())
                .verbose(false) // EveryAnswer tells requests, one line each
                .enableCors(false) // CrossOrigin does it, without credentials
                .enablePing(true)
                .enableStats(false)
                .enableMetrics(false)
                .enableTasks(false)
                .enableCompact(false)
                .fusekiModules(FusekiModules.create(List.of())) // nothing from the class path adds itself
                .addFilter("/*", new ResponseFilter(settings))
                .addFilter(ServerPaths.DATASET + "/*", new AcceptFilter())
                .addFilter(ServerPaths.DATASET + "/*", new FormatAliasFilter())
                .addFilter(ServerPaths.DATASET + "/sparql", new HeadFilter())
                .addFilter(ServerPaths.DATASET + "/query", new HeadFilter())
                .add(ServerPaths.DATASET, service(graph, served));
        if (served.writes().isPresent()) {
            builder.addFilter("/*", new DryRunFilter());
        }
        pages.forEach(builder::addServlet);
        FusekiServer fuseki = builder.build();
        listen(fuseki.getJettyServer());
        return fuseki;
    }

    /** The paths of a stock read-only Fuseki, and the same at the dataset itself, with our own processors for three. */
    private DataService service(DatasetGraph graph, ServedDataset served) {
        ServiceDescription description = new ServiceDescription(graph, served.versions(),
                !settings.federation().isClosed(), served.writes().isPresent());
        ActionProcessor query = new QueryEndpoint(description, settings);
        ActionProcessor shapes = new ShapesEndpoint(settings);
        DataService.Builder service = DataService.newBuilder(graph)
                .addEndpoint(endpoint("sparql", Operation.Query, query))
                .addEndpoint(endpoint("query", Operation.Query, query))
                .addEndpoint(endpoint(DATASET_ITSELF, Operation.Query, query))
                .addEndpoint(endpoint("get", Operation.GSP_R, new GraphStoreReader(served.versions())))
                .addEndpoint(endpoint("shacl", Operation.Shacl, shapes));
        served.writes().ifPresentOrElse(writes -> addWrites(service, graph, writes, served),
                () -> addRefusals(service, served));
        served.proofing().ifPresent(proofing -> service.addEndpoint(
                endpoint("validate", Operation.Shacl, new ValidateEndpoint(graph, proofing, settings))));
        return service.build();
    }

    private static void addRefusals(DataService.Builder service, ServedDataset served) {
        ActionProcessor reading = new GraphStoreReader(served.versions());
        ActionProcessor noUpdates = new UpdatesDisabled();
        service.addEndpoint(endpoint("data", Operation.GSP_R, reading))
                .addEndpoint(endpoint(DATASET_ITSELF, Operation.GSP_R, reading))
                .addEndpoint(endpoint("update", Operation.Update, noUpdates))
                .addEndpoint(endpoint(DATASET_ITSELF, Operation.Update, noUpdates));
    }

    /** The paths of a stock Fuseki that takes updates, each with our own processor: all lead through one road. */
    private void addWrites(DataService.Builder service, DatasetGraph graph, WriteSettings writes,
            ServedDataset served) {
        WriteHandler road = new WriteHandler(writes, served.versions());
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
        PlainErrorHandler errors = new PlainErrorHandler();
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
