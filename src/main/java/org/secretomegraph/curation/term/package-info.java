/**
 * The terms and codes that the cells of a claim sheet may name, read from the graph. A graph comes in; look-ups by
 * CURIE, label and code go out.
 */
@NullMarked
package org.secretomegraph.curation.term;

import org.jspecify.annotations.NullMarked;
