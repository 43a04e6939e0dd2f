/**
 * What all importers share: the row of a table, gene products, stable identifiers, provenance, the claim that repeats a
 * record, and the report. What the graph does not know is left out and reported; nothing is guessed.
 */
@NullMarked
package org.secretomegraph.importing.record;

import org.jspecify.annotations.NullMarked;
