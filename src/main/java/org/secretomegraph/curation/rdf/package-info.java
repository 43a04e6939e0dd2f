/**
 * Rows of a claim sheet as triples, and the way back from triples to a sheet. It may not know where the triples go.
 */
@NullMarked
package org.secretomegraph.curation.rdf;

import org.jspecify.annotations.NullMarked;
