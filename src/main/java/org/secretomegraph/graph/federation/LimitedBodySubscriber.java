package org.secretomegraph.graph.federation;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A body that is received until too much of it came, or until somebody says that it is enough; then reading it fails.
 */
final class LimitedBodySubscriber<T> implements BodySubscriber<T> {
    private final BodySubscriber<T> reader;
    private final AtomicLong received;
    private final long most;
    private final AtomicBoolean full;
    private @Nullable Subscription source;
    private boolean over;

    LimitedBodySubscriber(BodySubscriber<T> reader, AtomicLong received, long most, AtomicBoolean full) {
        this.reader = reader;
        this.received = received;
        this.most = most;
        this.full = full;
    }

    @Override
    public CompletionStage<T> getBody() {
        return reader.getBody();
    }

    @Override
    public synchronized void onSubscribe(Subscription subscription) {
        source = subscription;
        if (over) {
            subscription.cancel();
        } else {
            reader.onSubscribe(subscription);
        }
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> part) {
        if (over) {
            return;
        }
        if (received.addAndGet(part.stream().mapToLong(ByteBuffer::remaining).sum()) > most) {
            full.set(true);
            fail(new IOException("more than " + most + " bytes"));
        } else {
            reader.onNext(part);
        }
    }

    @Override
    public synchronized void onError(Throwable failure) {
        if (!over) {
            over = true;
            reader.onError(failure);
        }
    }

    @Override
    public synchronized void onComplete() {
        if (!over) {
            over = true;
            reader.onComplete();
        }
    }

    /** @return whether it was not over already */
    synchronized boolean fail(IOException why) {
        if (over) {
            return false;
        }
        over = true;
        if (source != null) {
            source.cancel();
        }
        reader.onError(why);
        return true;
    }
}
