package org.secretomegraph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.secretomegraph.curation.BundledClaims;
import org.secretomegraph.curation.ClaimStore;
import org.secretomegraph.curation.GuardedStore;
import org.secretomegraph.curation.ServedClaims;
import org.secretomegraph.graph.BadInput;
import org.secretomegraph.graph.Beginning;
import org.secretomegraph.graph.Derivation;
import org.secretomegraph.graph.Progress;
import org.secretomegraph.graph.Snapshot;
import org.secretomegraph.graph.Store;
import org.secretomegraph.guard.Guard;
import org.secretomegraph.guard.Rulebook;
import org.secretomegraph.guard.ServedGraphs;
import org.secretomegraph.guard.Severity;
import org.secretomegraph.guard.Validation;
import org.secretomegraph.link.intake.BundledIntake;
import org.secretomegraph.link.intake.GuardedIntake;
import org.secretomegraph.link.intake.IntakeStore;
import org.secretomegraph.link.intake.Scratch;
import org.secretomegraph.link.intake.ServedIntake;

/**
 * Wiring of the places where data goes: a store on this machine, a server, or the bundled graph, which can only be compared
 * with.
 *
 * @param bundled   the graph that travels with the program
 * @param rulebook  the shapes
 * @param beginning how a durable store begins
 * @param clock     tells which day it is
 */
record StoreWiring(Supplier<Snapshot> bundled, Supplier<Rulebook> rulebook, Supplier<Beginning> beginning,
        Clock clock) {

    /** What becomes of data at each of the places. */
    private interface Places<T> {
        T bundled();

        T served(ServedGraphs graphs);

        T kept(Store store, Derivation derivation);
    }

    /** Where claim sheets go. */
    ClaimStore claims(Optional<String> into, Optional<String> user, boolean trial, Severity floor) {
        return where(into, user, trial, new Places<>() {
            @Override
            public ClaimStore bundled() {
                return new BundledClaims(bundled.get(), validation(), floor, clock);
            }

            @Override
            public ClaimStore served(ServedGraphs graphs) {
                return new ServedClaims(graphs, bundled.get(), validation(), floor, clock);
            }

            @Override
            public ClaimStore kept(Store store, Derivation derivation) {
                return new GuardedStore(store, guard(store, derivation, floor), clock);
            }
        });
    }

    /** Where data of other databases goes. */
    IntakeStore intake(Optional<String> into, Optional<String> user, boolean trial, Severity floor,
            Progress progress) {
        return where(into, user, trial, new Places<>() {
            @Override
            public IntakeStore bundled() {
                return onTrial(floor, progress);
            }

            @Override
            public IntakeStore served(ServedGraphs graphs) {
                return new ServedIntake(graphs, onTrial(floor, progress), validation());
            }

            @Override
            public IntakeStore kept(Store store, Derivation derivation) {
                return new GuardedIntake(store, guard(store, derivation, floor).watchedBy(progress), floor);
            }
        });
    }

    private BundledIntake onTrial(Severity floor, Progress progress) {
        return new BundledIntake(bundled.get(), validation(), floor, () -> scratch(floor, progress));
    }

    private IntakeStore scratch(Severity floor, Progress progress) {
        try {
            Path folder = Files.createTempDirectory("secretome");
            Beginning begun = beginning.get();
            Store store = begun.openUnsearched(folder);
            return new Scratch(new GuardedIntake(store, guard(store, begun.derivation(), floor).watchedBy(progress), floor),
                    folder);
        } catch (IOException e) {
            throw new BadInput("a store for the trial cannot be made: " + e.getMessage(), e);
        }
    }

    private Validation validation() {
        return new Validation(rulebook.get());
    }

    private Guard guard(Store store, Derivation derivation, Severity floor) {
        return new Guard(store, derivation, rulebook.get(), floor, List.of());
    }

    private <T> T where(Optional<String> into, Optional<String> user, boolean trial, Places<T> places) {
        String where = into.orElse("");
        if (where.matches("https?://.+")) {
            return places.served(new ServedGraphs(ServedGraphs.dataOf(where), user.map(Password::of)));
        }
        if (!where.isEmpty() && !where.matches("tdb2:.+")) {
            throw new BadInput(where + ": is no store; write tdb2:DIR or the address of a server");
        }
        Path folder = Path.of(where.replaceFirst("^tdb2:", ""));
        if (where.isEmpty() || trial && !Files.exists(folder)) {
            return places.bundled();
        }
        Beginning begun = beginning.get();
        return places.kept(begun.openUnsearched(folder), begun.derivation());
    }
}
