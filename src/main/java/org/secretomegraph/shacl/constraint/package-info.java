/**
 * Constraints that jena-shacl evaluates in another way than SHACL says, as SHACL says. Parsed shapes come in and hold
 * these constraints afterwards, so that every evaluation of the shapes is the same.
 */
@NullMarked
package org.secretomegraph.shacl.constraint;

import org.jspecify.annotations.NullMarked;
