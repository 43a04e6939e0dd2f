/**
 * Releases of other ontologies, read as a stream. A file comes in (OBO, OBO Graphs JSON, OWL in RDF/XML or Turtle, gzip
 * or not); events about terms go out, the same for the same content whatever the format. Nothing is kept, so that a
 * release larger than the memory can be read.
 */
@NullMarked
package org.secretomegraph.linking.release;

import org.jspecify.annotations.NullMarked;
