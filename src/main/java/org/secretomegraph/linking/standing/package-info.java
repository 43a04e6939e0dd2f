/**
 * Whether what the graph cites still stands. Lists of retracted publications come in, as PubMed or Retraction Watch have
 * them; findings about claims and direct links go out, and the table of standings that the graph is loaded with.
 */
@NullMarked
package org.secretomegraph.linking.standing;

import org.jspecify.annotations.NullMarked;
