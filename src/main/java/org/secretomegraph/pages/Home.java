package org.secretomegraph.pages;

import java.util.List;

/**
 * The home page.
 *
 * @param triples   size of the graph, as shown
 * @param claims    number of claims, as shown
 * @param questions the catalogue
 * @param example   a query to start from
 */
public record Home(String triples, String claims, List<Asked> questions, String example) {}
