/**
 * Each IRI spelt once. Nothing comes in; constants and CURIE rules go out. This room knows names only: it may not know
 * where a graph is kept, how it is checked or who asks. A test checks each constant against the ontology.
 */
package org.secretomegraph.vocab;
