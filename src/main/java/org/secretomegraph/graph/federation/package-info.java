/**
 * Other endpoints that a query may ask with SERVICE: those on the allow-list, at exactly their addresses. A dataset
 * comes in and goes out with these rules in its context.
 */
@NullMarked
package org.secretomegraph.graph.federation;

import org.jspecify.annotations.NullMarked;
