package org.secretomegraph.cli;

import java.time.Duration;
import java.util.List;

/**
 * The HTTP options of {@code serve}.
 *
 * @param host      the interface to listen on
 * @param port      0 for any free port
 * @param timeout   how long a query may run
 * @param anyOrigin whether web pages of other sites may read responses
 * @param verbose   whether each request is logged on stderr
 * @param services  the endpoints that queries may use with SERVICE
 */
public record HttpOptions(String host, int port, Duration timeout, boolean anyOrigin, boolean verbose,
        List<String> services) {}
