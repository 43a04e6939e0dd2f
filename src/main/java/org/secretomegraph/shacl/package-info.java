/**
 * The parsed shapes and the validation of focus nodes by them on several threads (https://www.w3.org/TR/shacl/).
 * Graphs come in; report entries go out, in the order of a single thread. It may not know its callers.
 */
@NullMarked
package org.secretomegraph.shacl;

import org.jspecify.annotations.NullMarked;
