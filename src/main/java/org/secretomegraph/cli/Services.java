package org.secretomegraph.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.secretomegraph.catalogue.Catalogue;
import org.secretomegraph.curation.ClaimTarget;
import org.secretomegraph.findings.CandidateData;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.importing.ImportTarget;
import org.secretomegraph.io.ProgressListener;
import org.secretomegraph.io.SyntaxException;
import org.secretomegraph.linking.check.CheckedFile;
import org.secretomegraph.report.Severity;
import org.secretomegraph.shacl.ShapeLibrary;

/** What the commands are given: how to get at the graph and the questions. Made in {@code Main}. */
public interface Services {
    /** The graph that travels with the program. */
    Snapshot bundledGraph();

    /** Data of the user's own instead of the bundled graph: RDF files, gzip too, or claim sheets. */
    Snapshot graphOf(List<Path> files);

    /** The bundled shapes. */
    ShapeLibrary rulebook();

    /**
     * Files that are to be judged together, in their order: RDF, or claim sheets read with what the bundled graph and
     * the
     * files before them know.
     *
     * @param unread what is told of a file that is no RDF
     */
    List<CandidateData> proposed(List<Path> files, Snapshot bundled, Function<SyntaxException, CandidateData> unread);

    /** The bundled files in which identifiers of other ontologies are written by hand. */
    List<CheckedFile> filesWithIdentifiers();

    /**
     * Where a claim sheet goes: {@code tdb2:DIR} or a server's address; without one the bundled graph, to compare with.
     *
     * @param user  who writes to a server
     * @param trial whether nothing will be written, so that a store that is not there need not be made
     * @param floor findings from this severity on refuse a sheet
     */
    ClaimTarget claimStore(Optional<String> into, Optional<String> user, boolean trial, Severity floor);

    /**
     * Where imported data goes, as {@link #claimStore} for claim sheets.
     *
     * @param progress told how far writing has come
     */
    ImportTarget intakeStore(Optional<String> into, Optional<String> user, boolean trial, Severity floor,
            ProgressListener progress);

    /** The bundled questions. */
    Catalogue catalogue();

    /**
     * A server that is checked and can be started: what cannot be listened on, or who may write, is told before a graph
     * is
     * loaded, which takes seconds. It is started when it is asked for; then the first request can be answered.
     */
    Supplier<RunningServer> server(HttpOptions where, StoreOptions what);
}
