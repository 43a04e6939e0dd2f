/**
 * The only owner of a dataset. Sources come in (files, claim sheets as triples); a {@link
 * org.secretomegraph.graph.Snapshot} goes out: named graphs, their union, the derived links and the entailments. This
 * room may not know what a valid claim is, nor who asks.
 */
package org.secretomegraph.graph;
