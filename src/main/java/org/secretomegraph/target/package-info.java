/**
 * Where curated sheets and imported data go: the bundled graph, which can only be compared with, a store on this
 * machine, or a running server. It may not know what a sheet or an imported file is.
 */
@NullMarked
package org.secretomegraph.target;

import org.jspecify.annotations.NullMarked;
