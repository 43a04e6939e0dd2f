package org.secretomegraph.guard;

import org.secretomegraph.graph.change.QuadDelta;

/**
 * Somebody who keeps something beside the graph, such as a text index, and must keep it in step. It is called by the
 * writer's thread, while no other writes:
 *
 * <ol>
 * <li>{@link #changed}: the change was judged good and is about to last. Prepare everything that can fail here, so that
 *     it needs one sure step more; readers must not see it yet.
 * <li>then either {@link #committed}: the change lasts, take that step;
 * <li>or {@link #undone}: it does not, drop what was prepared.
 * </ol>
 *
 * <p>Of a change that is refused, only tried out or given up, nobody is told. When the process is killed between the
 * commit and {@link #committed}, the graph has a change that the other has not: compare the two at the start.
 */
@FunctionalInterface
public interface CommitListener {
    /**
     * Within the write transaction. To throw here undoes the change.
     *
     * @param delta all that changed, derived graphs included
     */
    void changed(QuadDelta delta);

    /** After the commit. Readers who begin now see the change. Must not fail: the change is stored. */
    default void committed() {}

    /** Instead of {@link #committed}, when this or another listener threw or the commit failed. */
    default void undone() {}
}
