package org.secretomegraph.cli;

import java.time.Duration;
import java.util.List;

/**
 * Where and how to answer over HTTP, as it was typed.
 *
 * @param host      the interface to listen on
 * @param port      0 for any free port
 * @param timeout   how long a query may run
 * @param anyOrigin whether web pages of other sites may read the answers
 * @param verbose   whether each request is told on stderr
 * @param services  the endpoints that queries may ask with SERVICE
 */
public record HttpOptions(String host, int port, Duration timeout, boolean anyOrigin, boolean verbose,
        List<String> services) {}
