package org.secretomegraph.pages;

import java.util.List;

/**
 * The home page.
 *
 * @param triples   size of the graph, as shown
 * @param claims    number of claims, as shown
 * @param questions the catalogue
 * @param example   a query to start from
 * @param described whether the graph tells of itself
 * @param script    the dataset as JSON-LD for search engines, safe within a script element
 */
public record HomePage(String triples, String claims, List<QuestionPage> questions, String example, boolean described,
        String script) {}
