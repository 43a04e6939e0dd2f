/**
 * Graphs and datasets that show another one differently: unions, overlays, the state before a change, a deadline
 * for reading. Nothing is copied but where a class says so.
 */
package org.secretomegraph.graph.view;
