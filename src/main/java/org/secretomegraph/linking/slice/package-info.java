/**
 * The part of another ontology that the graph keeps. A release and the wanted terms come in; a slice goes out as
 * Turtle.
 */
package org.secretomegraph.linking.slice;
