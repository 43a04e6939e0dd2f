/**
 * The shapes, parsed once, and the validation of focus nodes by them on several threads
 * (https://www.w3.org/TR/shacl/). Graphs come in; report entries go out, in the order that one thread would give.
 * It may not know who asks.
 */
@NullMarked
package org.secretomegraph.shacl;

import org.jspecify.annotations.NullMarked;
