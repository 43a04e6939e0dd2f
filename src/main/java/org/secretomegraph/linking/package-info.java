/**
 * Other ontologies in, our identifiers out. What is found about an identifier is worded here, the same for slices and
 * checks.
 */
@NullMarked
package org.secretomegraph.linking;

import org.jspecify.annotations.NullMarked;
