package org.secretomegraph.graph.federation;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.util.Context;
import org.secretomegraph.io.InvalidInputException;

/**
 * Which endpoints SERVICE may ask (SPARQL 1.1 Federated Query, https://www.w3.org/TR/sparql11-federated-query/). An
 * endpoint is allowed by its whole address: scheme, host, port and path are compared, so that what is opened is that
 * endpoint and not its host. Nothing is followed to another address, and nothing but HTTP is spoken.
 *
 * @param endpoints normalised addresses
 * @param bytes     how much all answers of other endpoints to one query may have together
 */
public record Federation(Set<String> endpoints, long bytes) {
    public static final String OPTION = "--service-allow";
    private static final long MEGABYTES_32 = 32L << 20;

    /** No endpoint: SERVICE is closed. */
    public static Federation closed() {
        return new Federation(Set.of(), MEGABYTES_32);
    }

    /** @throws InvalidInputException for what is no address of an endpoint */
    public static Federation with(List<String> addresses) {
        Set<String> endpoints = new TreeSet<>();
        for (String address : addresses) {
            endpoints.add(normal(address)
                    .orElseThrow(() -> new InvalidInputException(OPTION + " " + address + ": is no endpoint; write its"
                            + " whole address, for example https://sparql.uniprot.org/sparql")));
        }
        return new Federation(Set.copyOf(endpoints), MEGABYTES_32);
    }

    public boolean isClosed() {
        return endpoints.isEmpty();
    }

    /** Whether this very endpoint may be asked. */
    public boolean allows(String address) {
        return normal(address).filter(endpoints::contains).isPresent();
    }

    /** Why an address is not asked, and what would change that. */
    public static String refusal(String address) {
        return "SERVICE <" + address
                + "> is refused: no other endpoint is asked but those that were allowed at the start, with "
                + OPTION + " " + address;
    }

    /**
     * An address with its host in lower case and without a port that goes without saying; empty when it may never be
     * asked.
     */
    private static Optional<String> normal(String address) {
        try {
            URI uri = URI.create(address);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            int usual = scheme.equals("https") ? 443 : scheme.equals("http") ? 80 : -1;
            if (usual < 0 || uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
                return Optional.empty();
            }
            return Optional.of(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":"
                    + (uri.getPort() < 0 ? usual : uri.getPort()) + uri.getRawPath()
                    + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Why a query came to nothing: a refusal or a failed endpoint, which Jena's joins may have wrapped; or the thing
     * itself.
     */
    public static QueryException cause(QueryException failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof QueryDeniedException || at instanceof EndpointException) {
                return (QueryException) at;
            }
        }
        return failure;
    }

    /** Puts these rules into the context that queries are run with. */
    public void applyTo(Context context) {
        context.set(ARQ.httpServiceAllowed, !isClosed());
        ServiceExecutorRegistry registry = new ServiceExecutorRegistry();
        registry.addSingleLink(new GuardedServiceExecutor(this)::answer);
        ServiceExecutorRegistry.set(context, registry);
    }
}
