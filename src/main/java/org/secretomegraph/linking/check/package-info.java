/**
 * Whether identifiers in files are well formed, known, current, rightly labelled and of the expected kind. Files come
 * in; findings go out. A claim sheet is for this room a table whose columns of identifiers have columns of labels
 * beside them.
 */
@NullMarked
package org.secretomegraph.linking.check;

import org.jspecify.annotations.NullMarked;
