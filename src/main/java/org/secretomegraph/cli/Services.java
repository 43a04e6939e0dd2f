package org.secretomegraph.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.secretomegraph.catalogue.Catalogue;
import org.secretomegraph.findings.CandidateData;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.io.ProgressListener;
import org.secretomegraph.io.SyntaxException;
import org.secretomegraph.linking.check.CheckedFile;
import org.secretomegraph.report.Severity;
import org.secretomegraph.shacl.ShapeLibrary;
import org.secretomegraph.target.Target;

/** What the commands use: the bundled graph, shapes and questions, targets and servers. */
public interface Services {
    /** The graph that is bundled with the program. */
    Snapshot bundledGraph();

    /** Data of the user's own instead of the bundled graph: RDF files, gzip too, or claim sheets. */
    Snapshot graphOf(List<Path> files);

    /** The bundled shapes. */
    ShapeLibrary shapes();

    /**
     * Files that are validated together, in their order: RDF, or claim sheets, which are read with what the bundled
     * graph and the files before them state.
     *
     * @param unreadable what stands for a file that is not well-formed RDF
     */
    List<CandidateData> candidates(List<Path> files, Snapshot bundled,
            Function<SyntaxException, CandidateData> unreadable);

    /** The bundled files in which identifiers of other ontologies are written by hand. */
    List<CheckedFile> filesWithIdentifiers();

    /** The table of the second reading of claims; see {@code docs/error-rate.md}. */
    Path readings();

    /**
     * Where claim sheets and imported data go: {@code tdb2:DIR} or the address of a server; when {@code into} is empty,
     * the bundled graph, which can only be compared with.
     *
     * @param user     who writes to a server
     * @param dryRun   whether nothing will be written, so that a store that does not exist is not created
     * @param failOn   findings from this severity on refuse the data
     * @param progress told how far writing has come
     */
    Target target(Optional<String> into, Optional<String> user, boolean dryRun, Severity failOn,
            ProgressListener progress);

    /** Gives today's date. */
    Clock clock();

    /** The bundled questions. */
    Catalogue catalogue();

    /**
     * A server that is ready to start. The address to listen on and the file of users are checked at once, before a
     * graph is loaded, which takes seconds; the supplier loads the graph and starts the server.
     */
    Supplier<RunningServer> server(HttpOptions http, StoreOptions store);
}
