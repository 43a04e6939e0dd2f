/**
 * Tables as text. A file comes in; rows of cells with what is wrong with their writing go out, at row, column and letter.
 * What columns a table has is declared one way here ({@link org.secretomegraph.sheet.Column}), by claim sheets and by the
 * tables of other databases alike. This room may not know what a row means.
 */
package org.secretomegraph.sheet;
