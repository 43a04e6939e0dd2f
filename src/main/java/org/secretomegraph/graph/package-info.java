/**
 * The basics of the dataset: names of graphs, sources of triples, RDF files, obsolete terms. It may not know what a
 * valid claim is.
 */
@NullMarked
package org.secretomegraph.graph;

import org.jspecify.annotations.NullMarked;
