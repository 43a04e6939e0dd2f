/**
 * What programs ask besides SPARQL: the questions as typed rows, identifiers, names, and their descriptions
 * (OpenAPI, JSON-LD context). GET requests come in; JSON or tables go out. Nothing here writes or knows Fuseki.
 */
@NullMarked
package org.secretomegraph.server.api;

import org.jspecify.annotations.NullMarked;
