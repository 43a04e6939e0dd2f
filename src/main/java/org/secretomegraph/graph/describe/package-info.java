/**
 * The dataset in numbers: VoID (https://www.w3.org/TR/void/) with statistics and link sets. A dataset comes in; one
 * graph goes out.
 */
@NullMarked
package org.secretomegraph.graph.describe;

import org.jspecify.annotations.NullMarked;
