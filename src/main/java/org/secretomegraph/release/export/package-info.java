/**
 * The graph in other tools' formats: KGX, SSSOM, OBO Graphs, nanopublications, schema.org. A snapshot comes in; files
 * go out, sorted and with the same bytes for the same input, and with them a note of all that the format could not
 * hold. A format's vocabulary is written here and nowhere else.
 */
@NullMarked
package org.secretomegraph.release.export;

import org.jspecify.annotations.NullMarked;
