/**
 * From entries of a SHACL report to findings that a curator understands: at the cell or node to mend, once for
 * each mistake, with what was probably meant.
 */
@NullMarked
package org.secretomegraph.findings;

import org.jspecify.annotations.NullMarked;
