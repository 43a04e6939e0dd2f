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

/** Configures Fuseki: the only class that uses its builder. Each default that matters is set explicitly. */
final class FusekiConfiguration {
    /**
     * Jetty does not pool buffers of Fuseki's own size, 5 MB: each response would allocate one and force full
     * collections.
     */
    private static final int OUTPUT_BUFFER = 32 * 1024;
    private static final int MIN_THREADS = 4;
    /** The endpoint at the address of the dataset. */
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
                .verbose(false) // ResponseFilter logs requests
                .enableCors(false) // CorsFilter does it, without credentials
                .enablePing(true)
                .enableStats(false)
                .enableMetrics(false)
                .enableTasks(false)
                .enableCompact(false)
                .fusekiModules(FusekiModules.create(List.of())) // no module is loaded from the class path
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

    /** The endpoints of a read-only Fuseki, under their names and at the dataset itself. */
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
                () -> addReadOnly(service, served));
        served.validation().ifPresent(validation -> service.addEndpoint(
                endpoint("validate", Operation.Shacl, new ValidateEndpoint(graph, validation, settings))));
        return service.build();
    }

    private static void addReadOnly(DataService.Builder service, ServedDataset served) {
        ActionProcessor reader = new GraphStoreReader(served.versions());
        ActionProcessor noUpdates = new UpdatesDisabled();
        service.addEndpoint(endpoint("data", Operation.GSP_R, reader))
                .addEndpoint(endpoint(DATASET_ITSELF, Operation.GSP_R, reader))
                .addEndpoint(endpoint("update", Operation.Update, noUpdates))
                .addEndpoint(endpoint(DATASET_ITSELF, Operation.Update, noUpdates));
    }

    /**
     * The endpoints of a Fuseki that accepts updates. Each has a processor of our own, which uses the same
     * WriteHandler.
     */
    private void addWrites(DataService.Builder service, DatasetGraph graph, WriteSettings writes,
            ServedDataset served) {
        WriteHandler handler = new WriteHandler(writes, served.versions());
        ActionProcessor graphStore = new GraphStoreEndpoint(handler, writes, served.versions());
        ActionProcessor updates = new UpdateEndpoint(handler, writes, graph.getContext(), settings);
        ActionProcessor patches = new PatchEndpoint(handler);
        service.addEndpoint(endpoint("data", Operation.GSP_RW, graphStore))
                .addEndpoint(endpoint(DATASET_ITSELF, Operation.GSP_RW, graphStore))
                .addEndpoint(endpoint("update", Operation.Update, updates))
                .addEndpoint(endpoint(DATASET_ITSELF, Operation.Update, updates))
                .addEndpoint(endpoint("patch", Operation.Patch, patches))
                .addEndpoint(endpoint(DATASET_ITSELF, Operation.Patch, patches))
                .addEndpoint(endpoint("upload", Operation.Upload, new UploadEndpoint(handler, writes)));
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
