/**
 * The basics of the dataset: names of graphs, sources of triples, RDF files, obsolete terms. It may not know what
 * a valid claim is.
 */
package org.secretomegraph.graph;
