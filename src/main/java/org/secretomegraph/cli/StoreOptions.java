package org.secretomegraph.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.secretomegraph.report.Severity;

/**
 * The store options of {@code serve}.
 *
 * @param data         the user's files; none for the bundled graph
 * @param folder       the folder of a durable store; empty for a store in memory
 * @param compacts     whether the store is compacted first
 * @param updates      whether changes are accepted
 * @param users        the password file of the users who may write; empty for clients on this machine
 * @param failOn       findings from this severity on refuse a change
 * @param writeTimeout how long a change may take to be made and validated
 * @param maxBody      how many bytes the body of a change may have
 */
public record StoreOptions(List<Path> data, Optional<Path> folder, boolean compacts, boolean updates,
        Optional<Path> users, Severity failOn, Duration writeTimeout, long maxBody) {}
