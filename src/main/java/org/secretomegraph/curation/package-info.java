/**
 * The curator's road. A claim sheet (TSV) comes in; claims as triples and {@link org.secretomegraph.guard.Finding}s with
 * file, row and column go out. This room may not know where the triples are kept or who reads the findings.
 */
package org.secretomegraph.curation;
