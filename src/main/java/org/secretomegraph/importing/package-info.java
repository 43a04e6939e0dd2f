/**
 * Data of other databases into the graph. A file that the user downloaded and a target come in; one named graph for
 * each file, with its provenance, and findings at row and column go out. It may not know who reads the findings.
 */
@NullMarked
package org.secretomegraph.importing;

import org.jspecify.annotations.NullMarked;
