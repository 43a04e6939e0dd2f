/**
 * From entries of a SHACL report to findings that a curator understands: at the cell or node to mend, once for
 * each mistake, with what was probably meant.
 */
package org.secretomegraph.findings;
