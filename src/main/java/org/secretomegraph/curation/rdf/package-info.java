/**
 * Rows of a claim sheet as triples, and the way back from triples to a sheet. It may not know where the triples
 * go.
 */
package org.secretomegraph.curation.rdf;
