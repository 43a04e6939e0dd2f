/**
 * Every write over HTTP: SPARQL Update, Graph Store Protocol, RDF Patch, upload, and validation without writing. A
 * request comes in, is authorised, received, parsed and proposed to the guard; its verdict goes out as an HTTP
 * response.
 */
@NullMarked
package org.secretomegraph.server.write;

import org.jspecify.annotations.NullMarked;
