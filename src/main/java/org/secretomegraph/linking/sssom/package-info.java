/**
 * Mapping sets in SSSOM/TSV (https://github.com/mapping-commons/sssom): read, written, and as a source of the graph.
 */
@NullMarked
package org.secretomegraph.linking.sssom;

import org.jspecify.annotations.NullMarked;
