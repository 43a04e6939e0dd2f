/**
 * The part of another ontology that the graph keeps. A release and the wanted terms come in; a slice goes out as
 * Turtle.
 */
@NullMarked
package org.secretomegraph.linking.slice;

import org.jspecify.annotations.NullMarked;
