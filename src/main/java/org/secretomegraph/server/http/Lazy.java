package org.secretomegraph.server.http;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is computed when it is first needed, and then cached. A failure is not cached: the next call tries
 * again.
 */
public final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> supplier;
    private @Nullable T value;

    public Lazy(Supplier<T> supplier) {
        this.supplier = supplier;
    }

    @Override
    public synchronized T get() {
        if (value == null) {
            value = supplier.get();
        }
        return value;
    }
}
