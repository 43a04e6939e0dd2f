package org.secretomegraph.bench;

/** Somebody who is asked to make small changes of a graph that is loaded already. */
interface Contender extends AutoCloseable {
    /** Makes the change or refuses it. Returns whether it was made. */
    boolean commit(GeneratedChange change);

    @Override
    default void close() {}
}
