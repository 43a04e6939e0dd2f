/**
 * What a transaction changed: the added and removed quads, in memory or, when they are many, in a file, and the state
 * before.
 */
@NullMarked
package org.secretomegraph.graph.change;

import org.jspecify.annotations.NullMarked;
