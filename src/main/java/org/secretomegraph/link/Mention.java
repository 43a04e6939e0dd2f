package org.secretomegraph.link;

import java.util.Optional;
import org.secretomegraph.guard.Place;

/**
 * An identifier as it is written somewhere.
 *
 * @param place   where
 * @param written a CURIE, or what should have been one
 * @param label   the label that is written beside it
 * @param asked   which kind of term belongs there
 * @param foreign whether the term need not be known to the graph: the other side of a mapping, a cross reference
 */
record Mention(Place place, String written, Optional<String> label, AskedKind asked, boolean foreign) {
}
