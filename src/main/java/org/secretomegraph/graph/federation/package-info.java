/**
 * Other endpoints that a query may ask with SERVICE: those that were named, at exactly their addresses, and none else. A
 * dataset comes in and goes out with these rules in its context. Knows neither the command line nor the server.
 */
package org.secretomegraph.graph.federation;
