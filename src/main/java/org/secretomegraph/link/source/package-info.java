/**
 * Releases of other ontologies, read as a stream. A file comes in (OBO, OBO Graphs JSON, OWL in RDF/XML or Turtle, gzip
 * too); {@link org.secretomegraph.link.source.Fact}s about terms go out, the same for the same content whatever the
 * format. Nothing is kept: what a reader of facts remembers is its own business, so that a release much larger than the
 * memory can be read. This room may not know what the facts are wanted for.
 */
package org.secretomegraph.link.source;
