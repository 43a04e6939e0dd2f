/**
 * From the entries of a SHACL report to findings that a curator understands: at the cell or node to correct, one for
 * each mistake, with a suggestion where one can be computed.
 */
@NullMarked
package org.secretomegraph.findings;

import org.jspecify.annotations.NullMarked;
