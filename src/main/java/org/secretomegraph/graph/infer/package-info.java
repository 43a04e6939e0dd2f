/**
 * What follows from the asserted graphs: direct links by the rules in ontology/rules, and the closure by subclass and
 * subproperty (RDFS). Triples come in; derived triples go out, made anew or updated after a change.
 */
@NullMarked
package org.secretomegraph.graph.infer;

import org.jspecify.annotations.NullMarked;
