/**
 * Evaluation of one shape at one focus node: property paths, targets, constraints and compiled SPARQL constraints,
 * with the caches of a thread for a graph that does not change meanwhile.
 */
@NullMarked
package org.secretomegraph.shacl.eval;

import org.jspecify.annotations.NullMarked;
