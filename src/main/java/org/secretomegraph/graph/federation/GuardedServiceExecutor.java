package org.secretomegraph.graph.federation;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterCommonParent;
import org.apache.jena.sparql.engine.iterator.QueryIterSingleton;
import org.apache.jena.sparql.exec.http.Service;
import org.apache.jena.sparql.service.single.ServiceExecutor;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;

/**
 * One SERVICE of a query. It has what is left of the query's time and of the bytes that the query may receive. SILENT
 * hides an endpoint that fails; it does not hide that one is not allowed, nor that time or room is over: the answer
 * would look whole and be a part. Jena asks once for each row that was found before, with the row's values in the place
 * of variables.
 */
final class GuardedServiceExecutor {
    private static final Symbol RECEIVED = Symbol.create("urn:x-secretome:received");
    private static final Duration WITHOUT_LIMIT = Duration.ofMinutes(1);

    private final Federation federation;

    GuardedServiceExecutor(Federation federation) {
        this.federation = federation;
    }

    QueryIterator answer(OpService asked, OpService original, Binding binding, ExecutionContext execution,
            ServiceExecutor next) {
        Node service = asked.getService();
        String address = service.isURI() ? service.getURI() : String.valueOf(service);
        if (!federation.allows(address)) {
            throw new QueryDeniedException(Federation.refusal(address));
        }
        Duration left = left(execution.getContext());
        LimitedHttpClient client =
                new LimitedHttpClient(left, cancelled(execution), received(execution.getContext()), federation.bytes());
        try (client) {
            Context bounded = execution.getContext().copy();
            bounded.set(ARQ.httpQueryClient, client);
            bounded.set(ARQ.httpQueryTimeout, left.toMillis());
            return new QueryIterCommonParent(Service.exec(asked, bounded), binding, execution);
        } catch (RuntimeException e) {
            return failed(asked, address, client, e, binding, execution);
        }
    }

    private static QueryIterator failed(OpService asked, String address, LimitedHttpClient client,
            RuntimeException failure,
            Binding binding, ExecutionContext execution) {
        if (client.isFull()) {
            throw new QueryDeniedException("SERVICE <" + address + "> answered more than a query may receive from other"
                    + " endpoints; ask it for less");
        }
        if (client.isLate()) {
            throw new QueryCancelledException();
        }
        if (asked.getSilent()) {
            return QueryIterSingleton.create(binding, execution);
        }
        throw new EndpointException("SERVICE <" + address + "> failed: "
                + (client.isPacked() ? "its answer is compressed, which was not asked for" : failure.getMessage()),
                failure);
    }

    /** Of the time that the query has, from its start. */
    private static Duration left(Context context) {
        String limit = String.valueOf(context.<Object>get(ARQ.queryTimeout)).replaceFirst("^.*,", "");
        if (!limit.matches("\\d+")) {
            return WITHOUT_LIMIT;
        }
        Duration gone = context.get(ARQConstants.sysCurrentTime) instanceof Node start && start.isLiteral()
                ? Duration.between(OffsetDateTime.parse(start.getLiteralLexicalForm()).toInstant(), Instant.now())
                : Duration.ZERO;
        Duration left = Duration.ofMillis(Long.parseLong(limit)).minus(gone);
        if (left.compareTo(Duration.ofMillis(1)) < 0) {
            throw new QueryCancelledException();
        }
        return left;
    }

    /**
     * Whether the query was stopped from outside: by a time of its own, which is not in the context, or by somebody.
     */
    private static BooleanSupplier cancelled(ExecutionContext execution) {
        AtomicBoolean signal = execution.getCancelSignal();
        return signal == null ? () -> false : signal::get;
    }

    /** How much this query has received; the context is that of one execution. */
    private static AtomicLong received(Context context) {
        synchronized (context) {
            if (!(context.get(RECEIVED) instanceof AtomicLong)) {
                context.set(RECEIVED, new AtomicLong());
            }
            return context.get(RECEIVED);
        }
    }
}
