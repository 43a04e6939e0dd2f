/**
 * A running server as a target: its graphs by the SPARQL 1.1 Graph Store Protocol, its terms by SPARQL. It may not
 * know what is written.
 */
@NullMarked
package org.secretomegraph.target.remote;

import org.jspecify.annotations.NullMarked;
