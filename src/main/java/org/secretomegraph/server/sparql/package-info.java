/**
 * The SPARQL query endpoint with its limits, the service description, the SHACL endpoint and the reading half of
 * the Graph Store Protocol. Each way out of the graph (SERVICE, LOAD, java: functions) is closed here. It may not
 * write.
 */
@NullMarked
package org.secretomegraph.server.sparql;

import org.jspecify.annotations.NullMarked;
