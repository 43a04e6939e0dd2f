/**
 * Graphs and datasets that show another one differently: unions, overlays, the state before a change, a deadline for
 * reading. Nothing is copied but where a class says so.
 */
@NullMarked
package org.secretomegraph.graph.view;

import org.jspecify.annotations.NullMarked;
