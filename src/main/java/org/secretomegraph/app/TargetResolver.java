package org.secretomegraph.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.io.file.PathUtils;
import org.secretomegraph.cli.Services;
import org.secretomegraph.graph.store.GraphStore;
import org.secretomegraph.graph.store.StoreBootstrap;
import org.secretomegraph.guard.Guard;
import org.secretomegraph.guard.Validator;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.io.ProgressListener;
import org.secretomegraph.report.Severity;
import org.secretomegraph.target.BundledTarget;
import org.secretomegraph.target.LocalTarget;
import org.secretomegraph.target.RemoteTarget;
import org.secretomegraph.target.Target;
import org.secretomegraph.target.remote.RemoteGraphStore;

/**
 * Finds the target that {@code --into} names.
 *
 * @param bootstrap the first content of a durable store
 * @param failOn    findings from this severity on refuse data
 * @param progress  told how far writing to a store has come
 */
record TargetResolver(Services services, Supplier<StoreBootstrap> bootstrap, Severity failOn,
        ProgressListener progress) {
    private static final String TDB2 = "tdb2:";

    /**
     * @param into   {@code tdb2:DIR} or the address of a server; empty for the bundled graph
     * @param user   who writes to a server
     * @param dryRun whether nothing will be written: then the bundled graph stands for a store that does not exist yet
     */
    Target resolve(Optional<String> into, Optional<String> user, boolean dryRun) {
        if (into.isEmpty()) {
            return bundled();
        }
        String target = into.get();
        if (target.matches("https?://.+")) {
            return new RemoteTarget(new RemoteGraphStore(RemoteGraphStore.graphStoreOf(target),
                    user.map(CredentialPrompt::of)), bundled());
        }
        if (!target.startsWith(TDB2) || target.length() == TDB2.length()) {
            throw new InvalidInputException(target + ": not a store; write tdb2:DIR or the address of a server");
        }
        Path folder = Path.of(target.substring(TDB2.length()));
        return dryRun && !Files.exists(folder) ? bundled() : local(folder, () -> {});
    }

    private BundledTarget bundled() {
        return new BundledTarget(services.bundledGraph(), new Validator(services.shapes()), failOn,
                this::temporaryStore);
    }

    private LocalTarget local(Path folder, Runnable afterClose) {
        StoreBootstrap content = bootstrap.get();
        GraphStore store = content.openUnsearched(folder);
        Guard guard = new Guard(store, content.materializer(), services.shapes(), failOn).withProgress(progress);
        return new LocalTarget(store, guard, failOn, afterClose);
    }

    private LocalTarget temporaryStore() {
        try {
            Path folder = Files.createTempDirectory("secretome");
            return local(folder, () -> delete(folder));
        } catch (IOException e) {
            throw new InvalidInputException("a temporary store cannot be created: " + e.getMessage(), e);
        }
    }

    private static void delete(Path folder) {
        try {
            PathUtils.deleteDirectory(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
