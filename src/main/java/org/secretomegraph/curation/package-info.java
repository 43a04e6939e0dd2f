/**
 * The curator's road. A claim sheet (TSV) comes in; claims as triples and {@link org.secretomegraph.guard.Finding}s with
 * file, row and column go out, and the other way a sheet is written from the claims of a graph.
 *
 * <p>A sheet passes four stations: {@link org.secretomegraph.curation.SheetReader} takes it apart whatever is wrong with it,
 * {@link org.secretomegraph.curation.SheetCheck} finds what a text can show, {@link
 * org.secretomegraph.curation.ClaimTriples} makes triples of it, and the shapes judge these. One mistake is one finding:
 * what follows from a cell that has one is not told. A {@link org.secretomegraph.curation.ClaimStore} takes the sheet in.
 * This room may not know who reads the findings.
 */
package org.secretomegraph.curation;
