/**
 * Names and sentences of the graph in a Lucene index that keeps in step with it: what jena-text's {@code text:query} and the
 * search page look into. Quads come in, terms with the words that matched go out. Knows neither HTTP nor pages.
 */
package org.secretomegraph.graph.text;
