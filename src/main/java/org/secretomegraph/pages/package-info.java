/**
 * The HTML templates. Records with everything that a page shows come in; HTML goes out, without scripts and
 * without anything fetched from elsewhere. This room may not know where the values come from nor how HTTP works.
 */
@NullMarked
package org.secretomegraph.pages;

import org.jspecify.annotations.NullMarked;
