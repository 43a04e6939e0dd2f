/**
 * The pages and documents about entities of the graph. A path comes in; the entity that it names and what the
 * graph states about it go out in the form that the client prefers: Cool URIs for the Semantic Web
 * (https://www.w3.org/TR/cooluris/), with 303 from the entity to the document about it. It may not know how the
 * graph is queried or changed over HTTP.
 */
@NullMarked
package org.secretomegraph.server.entity;

import org.jspecify.annotations.NullMarked;
