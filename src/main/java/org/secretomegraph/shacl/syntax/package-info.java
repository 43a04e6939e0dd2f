/**
 * The syntax rules of shapes (https://www.w3.org/TR/shacl/#syntax-rules): a graph of shapes comes in; the first rule
 * that it breaks goes out, with the place. It may not know how shapes are evaluated.
 */
@NullMarked
package org.secretomegraph.shacl.syntax;

import org.jspecify.annotations.NullMarked;
