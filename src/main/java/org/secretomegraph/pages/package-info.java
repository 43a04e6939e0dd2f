/**
 * What a browser shows. Records with everything that a page says come in; HTML goes out, without scripts, without
 * anything fetched from elsewhere. This room may not know where questions and rows come from, nor how HTTP works.
 */
package org.secretomegraph.pages;
