/**
 * The full-text index of names and sentences in Lucene, of the same state as the graph that a reader sees: for
 * text:query in SPARQL and for the search page. Quads come in; terms with the words that matched go out.
 */
@NullMarked
package org.secretomegraph.graph.text;

import org.jspecify.annotations.NullMarked;
