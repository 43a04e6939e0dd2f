/**
 * Tables as text. A file comes in; rows of cells with the errors of their writing go out, at row, column and letter.
 * Claim sheets and the tables of other databases declare their columns in the same way ({@link
 * org.secretomegraph.table.Column}). It may not know what a row means.
 */
@NullMarked
package org.secretomegraph.table;

import org.jspecify.annotations.NullMarked;
