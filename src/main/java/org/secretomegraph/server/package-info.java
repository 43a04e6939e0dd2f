/**
 * The graph over HTTP: the server is configured, started and stopped here. A snapshot or a store and the catalogue
 * of questions come in; a running Fuseki server goes out. Only this room and those below it know Fuseki and Jetty.
 * It may not know how the graph was made nor who started it.
 */
@NullMarked
package org.secretomegraph.server;

import org.jspecify.annotations.NullMarked;
