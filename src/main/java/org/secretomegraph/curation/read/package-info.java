/**
 * A claim sheet as text: its YAML header, its header row, its columns and rows, and the errors found in them. A file
 * comes in; rows and errors go out. It may not know what the graph knows.
 */
@NullMarked
package org.secretomegraph.curation.read;

import org.jspecify.annotations.NullMarked;
