/**
 * IRIs, CURIEs, prefixes and names. The one table of prefixes comes in; constants and rules for names go out. A test
 * checks each constant against the ontology.
 */
@NullMarked
package org.secretomegraph.vocab;

import org.jspecify.annotations.NullMarked;
