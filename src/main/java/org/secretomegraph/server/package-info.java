/**
 * The graph over HTTP: an edge, and the only room that knows Fuseki and Jetty. A {@link
 * org.secretomegraph.graph.Snapshot} and the questions come in; answers in SPARQL's protocols and plain pages go out.
 * Everything is read-only, and every door that leads out of the graph (SERVICE, LOAD, remote contexts, Java functions,
 * remote graphs) is closed here. This room may not know how the graph was made nor who started it.
 */
package org.secretomegraph.server;
