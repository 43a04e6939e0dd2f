/**
 * The checks of a sheet that need no triples, one class for each, named by what it checks. Rows come in; errors at
 * their cells go out.
 */
@NullMarked
package org.secretomegraph.curation.check;

import org.jspecify.annotations.NullMarked;
