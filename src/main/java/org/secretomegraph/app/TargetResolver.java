package org.secretomegraph.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.secretomegraph.curation.BundledClaimTarget;
import org.secretomegraph.curation.ClaimTarget;
import org.secretomegraph.curation.LocalClaimTarget;
import org.secretomegraph.curation.RemoteClaimTarget;
import org.secretomegraph.graph.store.GraphStore;
import org.secretomegraph.graph.store.Materializer;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.graph.store.StoreBootstrap;
import org.secretomegraph.guard.Guard;
import org.secretomegraph.guard.Validator;
import org.secretomegraph.importing.BundledImportTarget;
import org.secretomegraph.importing.ImportTarget;
import org.secretomegraph.importing.LocalImportTarget;
import org.secretomegraph.importing.RemoteImportTarget;
import org.secretomegraph.importing.TemporaryStore;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.io.ProgressListener;
import org.secretomegraph.report.Severity;
import org.secretomegraph.shacl.ShapeLibrary;
import org.secretomegraph.target.remote.RemoteGraphStore;

/**
 * Wiring of the places where data goes: a store on this machine, a server, or the bundled graph, which can only be
 * compared
 * with.
 *
 * @param bundled   the graph that travels with the program
 * @param rulebook  the shapes
 * @param beginning how a durable store begins
 * @param clock     tells which day it is
 */
public record TargetResolver(Supplier<Snapshot> bundled, Supplier<ShapeLibrary> rulebook,
        Supplier<StoreBootstrap> beginning,
        Clock clock) {

    /** What becomes of data at each of the places. */
    private interface Places<T> {
        T bundled();

        T served(RemoteGraphStore graphs);

        T kept(GraphStore store, Materializer derivation);
    }

    /** Where claim sheets go. */
    public ClaimTarget claims(Optional<String> into, Optional<String> user, boolean trial, Severity floor) {
        return where(into, user, trial, new Places<>() {
            @Override
            public ClaimTarget bundled() {
                return new BundledClaimTarget(bundled.get(), validation(), floor, clock);
            }

            @Override
            public ClaimTarget served(RemoteGraphStore graphs) {
                return new RemoteClaimTarget(graphs, bundled.get(), validation(), floor, clock);
            }

            @Override
            public ClaimTarget kept(GraphStore store, Materializer derivation) {
                return new LocalClaimTarget(store, guard(store, derivation, floor), clock);
            }
        });
    }

    /** Where data of other databases goes. */
    public ImportTarget intake(Optional<String> into, Optional<String> user, boolean trial, Severity floor,
            ProgressListener progress) {
        return where(into, user, trial, new Places<>() {
            @Override
            public ImportTarget bundled() {
                return onTrial(floor, progress);
            }

            @Override
            public ImportTarget served(RemoteGraphStore graphs) {
                return new RemoteImportTarget(graphs, onTrial(floor, progress), validation());
            }

            @Override
            public ImportTarget kept(GraphStore store, Materializer derivation) {
                return new LocalImportTarget(store, guard(store, derivation, floor).withProgress(progress), floor);
            }
        });
    }

    private BundledImportTarget onTrial(Severity floor, ProgressListener progress) {
        return new BundledImportTarget(bundled.get(), validation(), floor, () -> scratch(floor, progress));
    }

    private ImportTarget scratch(Severity floor, ProgressListener progress) {
        try {
            Path folder = Files.createTempDirectory("secretome");
            StoreBootstrap begun = beginning.get();
            GraphStore store = begun.openUnsearched(folder);
            return new TemporaryStore(
                    new LocalImportTarget(store, guard(store, begun.derivation(), floor).withProgress(progress), floor),
                    folder);
        } catch (IOException e) {
            throw new InvalidInputException("a store for the trial cannot be made: " + e.getMessage(), e);
        }
    }

    private Validator validation() {
        return new Validator(rulebook.get());
    }

    private Guard guard(GraphStore store, Materializer derivation, Severity floor) {
        return new Guard(store, derivation, rulebook.get(), floor);
    }

    private <T> T where(Optional<String> into, Optional<String> user, boolean trial, Places<T> places) {
        String where = into.orElse("");
        if (where.matches("https?://.+")) {
            return places
                    .served(new RemoteGraphStore(RemoteGraphStore.graphStoreOf(where), user.map(CredentialPrompt::of)));
        }
        if (!where.isEmpty() && !where.matches("tdb2:.+")) {
            throw new InvalidInputException(where + ": is no store; write tdb2:DIR or the address of a server");
        }
        Path folder = Path.of(where.replaceFirst("^tdb2:", ""));
        if (where.isEmpty() || trial && !Files.exists(folder)) {
            return places.bundled();
        }
        StoreBootstrap begun = beginning.get();
        return places.kept(begun.openUnsearched(folder), begun.derivation());
    }
}
