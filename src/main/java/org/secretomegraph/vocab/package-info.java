/**
 * IRIs, CURIEs, prefixes and names. Nothing comes in; constants and rules for names go out. A test checks each
 * constant against the ontology.
 */
package org.secretomegraph.vocab;
