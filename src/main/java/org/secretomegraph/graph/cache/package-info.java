/**
 * Answers of a graph that are kept: the cache of triple look-ups, its life across write transactions, and what a change
 * invalidates.
 */
@NullMarked
package org.secretomegraph.graph.cache;

import org.jspecify.annotations.NullMarked;
