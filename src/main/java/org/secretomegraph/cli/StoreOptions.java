package org.secretomegraph.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.secretomegraph.report.Severity;

/**
 * What is served and how it is kept, as it was typed.
 *
 * @param data         the user's own files; none for the bundled graph
 * @param folder       where a durable store is; empty for one in memory
 * @param compacts     whether that is first rid of what was overwritten and deleted
 * @param updates      whether it may be changed
 * @param users        the file of those who may change it; empty for whoever sits at this machine
 * @param failOn       findings from this severity on refuse a change
 * @param writeTimeout how long a change may take to be made and judged
 * @param longestBody  how many bytes the body of a change may have
 */
public record StoreOptions(List<Path> data, Optional<Path> folder, boolean compacts, boolean updates,
        Optional<Path> users, Severity failOn, Duration writeTimeout, long longestBody) {}
