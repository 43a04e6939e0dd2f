/**
 * The graph over HTTP: an edge, and the only room that knows Fuseki and Jetty. A {@link
 * org.secretomegraph.graph.Snapshot} or a store, and the questions come in; answers in SPARQL's protocols and plain pages go
 * out. Writes are off unless {@link org.secretomegraph.server.Writes} are given, and then all take {@link
 * org.secretomegraph.server.WriteRoad one road} to the guard. Every door that leads out of the graph (SERVICE, LOAD, remote contexts, Java functions,
 * remote graphs) is closed here. This room may not know how the graph was made nor who started it.
 */
package org.secretomegraph.server;
