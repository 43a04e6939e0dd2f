package org.secretomegraph.server.http;

import java.time.Duration;
import org.secretomegraph.graph.federation.Federation;
import org.secretomegraph.io.InvalidInputException;

/**
 * How a server listens and what it allows; validated.
 *
 * @param host           name or address of the interface to listen on; 127.0.0.1 is this machine only
 * @param port           0 means any free port
 * @param timeout        how long a query may run; a client can ask for less, never for more
 * @param responseBuffer how many bytes of a response are buffered before it is streamed; a response that fails while it
 * is buffered becomes an error, one that fails later is truncated
 * @param maxThreads     how many requests are answered at the same time
 * @param anyOrigin      whether web pages of other sites may read responses (CORS); right for public data only
 * @param verbose        whether each request is logged on stderr
 * @param federation     the other endpoints that a query may use
 */
public record ServerSettings(String host, int port, Duration timeout, int responseBuffer, int maxThreads,
        boolean anyOrigin,
        boolean verbose, Federation federation) {
    private static final int PORTS = 65_536;

    public ServerSettings {
        if (host.isBlank()) {
            throw new InvalidInputException(
                    "the host to listen on is empty; write a name or an address, for example 127.0.0.1");
        }
        if (port < 0 || port >= PORTS) {
            throw new InvalidInputException(
                    "port " + port + " does not exist; choose one from 1 to 65535, or 0 for any free one");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new InvalidInputException(
                    "a query needs a time limit of at least one second, not " + timeout.toSeconds());
        }
        if (responseBuffer < 1 || maxThreads < 8) {
            throw new InvalidInputException("a server needs a response buffer, and at least 8 threads");
        }
    }

    /** This machine only, any free port: for an embedded server or a test. */
    public static ServerSettings local() {
        return new ServerSettings("127.0.0.1", 0, Duration.ofSeconds(60), 16 << 20, 64, false, false,
                Federation.closed());
    }

    public ServerSettings at(String otherHost, int otherPort) {
        return new ServerSettings(otherHost, otherPort, timeout, responseBuffer, maxThreads, anyOrigin, verbose,
                federation);
    }

    public ServerSettings withTimeout(Duration limit) {
        return new ServerSettings(host, port, limit, responseBuffer, maxThreads, anyOrigin, verbose, federation);
    }

    public ServerSettings withResponseBuffer(int bytes) {
        return new ServerSettings(host, port, timeout, bytes, maxThreads, anyOrigin, verbose, federation);
    }

    public ServerSettings withAnyOrigin(boolean allowed) {
        return new ServerSettings(host, port, timeout, responseBuffer, maxThreads, allowed, verbose, federation);
    }

    public ServerSettings withVerbose(boolean enabled) {
        return new ServerSettings(host, port, timeout, responseBuffer, maxThreads, anyOrigin, enabled, federation);
    }

    public ServerSettings withFederation(Federation allowed) {
        return new ServerSettings(host, port, timeout, responseBuffer, maxThreads, anyOrigin, verbose, allowed);
    }
}
