package org.secretomegraph.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.secretomegraph.catalogue.Catalogue;
import org.secretomegraph.curation.ClaimStore;
import org.secretomegraph.graph.BadSyntax;
import org.secretomegraph.graph.Progress;
import org.secretomegraph.graph.Snapshot;
import org.secretomegraph.guard.Proposed;
import org.secretomegraph.guard.Rulebook;
import org.secretomegraph.guard.Severity;
import org.secretomegraph.link.CheckedFile;
import org.secretomegraph.link.intake.IntakeStore;

/** What the commands are given: how to get at the graph and the questions. Made in {@code Main}. */
public interface Wiring {
    /** The graph that travels with the program. */
    Snapshot bundledGraph();

    /** Data of the user's own instead of the bundled graph: RDF files, gzip too, or claim sheets. */
    Snapshot graphOf(List<Path> files);

    /** The bundled shapes. */
    Rulebook rulebook();

    /**
     * Files that are to be judged together, in their order: RDF, or claim sheets read with what the bundled graph and the
     * files before them know.
     *
     * @param unread what is told of a file that is no RDF
     */
    List<Proposed> proposed(List<Path> files, Snapshot bundled, Function<BadSyntax, Proposed> unread);

    /** The bundled files in which identifiers of other ontologies are written by hand. */
    List<CheckedFile> filesWithIdentifiers();

    /**
     * Where a claim sheet goes: {@code tdb2:DIR} or a server's address; without one the bundled graph, to compare with.
     *
     * @param user  who writes to a server
     * @param trial whether nothing will be written, so that a store that is not there need not be made
     * @param floor findings from this severity on refuse a sheet
     */
    ClaimStore claimStore(Optional<String> into, Optional<String> user, boolean trial, Severity floor);

    /**
     * Where imported data goes, as {@link #claimStore} for claim sheets.
     *
     * @param progress told how far writing has come
     */
    IntakeStore intakeStore(Optional<String> into, Optional<String> user, boolean trial, Severity floor, Progress progress);

    /** The bundled questions. */
    Catalogue catalogue();

    /**
     * A server that is checked and can be started: what cannot be listened on, or who may write, is told before a graph is
     * loaded, which takes seconds. It is started when it is asked for; then the first request can be answered.
     */
    Supplier<Serving> server(Listening where, Keeping what);
}
