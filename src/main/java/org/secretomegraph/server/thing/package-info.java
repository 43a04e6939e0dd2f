/**
 * Every thing of the graph at its own address. A path comes in; the thing that it names, and what the graph says of it, go
 * out, in the form that the client prefers: Cool URIs for the Semantic Web (https://www.w3.org/TR/cooluris/), 303 from the
 * thing to the document about it. This package may not know how the graph is queried or changed over HTTP.
 */
package org.secretomegraph.server.thing;
