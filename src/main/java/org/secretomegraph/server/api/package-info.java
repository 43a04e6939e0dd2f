/**
 * What programs ask besides SPARQL: the questions as typed rows, identifiers, names, and the descriptions of all this
 * (OpenAPI, JSON-LD context). GET requests come in, JSON or tables go out. Nothing here may write, nor knows Fuseki.
 */
package org.secretomegraph.server.api;
