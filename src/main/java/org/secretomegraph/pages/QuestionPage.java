package org.secretomegraph.pages;

import java.util.List;

/**
 * A question as a form, filled with values.
 *
 * @param name        its name in addresses
 * @param summary     the question as a sentence
 * @param description what is counted and how
 * @param fields      what the asker may choose
 * @param sparql      the query with these values
 * @param links       the same query at the SPARQL endpoint, one link for each format
 * @param others      the other endpoints that it asks; empty when it needs this graph only
 */
public record QuestionPage(String name, String summary, String description, List<Field> fields, String sparql,
        List<Link> links, List<String> others) {

    /** The link for a reader: the first one. */
    public Link first() {
        return links.get(0);
    }

    /** Whether other endpoints are asked too. */
    public boolean isFederated() {
        return !others.isEmpty();
    }

    /** A parameter with its value. */
    public record Field(String name, String label, String value) {}

    /** Somewhere to go. */
    public record Link(String text, String address) {}
}
