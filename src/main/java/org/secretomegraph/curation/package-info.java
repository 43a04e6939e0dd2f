/**
 * Claim sheets (TSV) as sources, as validated data and as changes. A file comes in; claims as triples and findings
 * with file, row and column go out, and a target takes the sheet in. A sheet is read by curation.read, checked as text
 * by curation.check, mapped to RDF by curation.rdf, and then judged by the shapes.
 */
@NullMarked
package org.secretomegraph.curation;

import org.jspecify.annotations.NullMarked;
