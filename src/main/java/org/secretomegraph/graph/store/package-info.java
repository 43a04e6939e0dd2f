/**
 * The dataset, in memory or in TDB2: loading, snapshots, read and write transactions. Sources come in; a {@link
 * org.secretomegraph.graph.store.Snapshot} or a {@link org.secretomegraph.graph.store.GraphStore} goes out. It may not
 * know what a valid claim is nor who asks.
 */
@NullMarked
package org.secretomegraph.graph.store;

import org.jspecify.annotations.NullMarked;
