/**
 * The evaluation of one shape at one focus node: property paths, targets, constraints and compiled SPARQL
 * constraints, with what one thread remembers of a graph that does not change meanwhile.
 */
@NullMarked
package org.secretomegraph.shacl.eval;

import org.jspecify.annotations.NullMarked;
