package org.secretomegraph.pages;

import java.util.List;
import org.secretomegraph.pages.ResultPage.Cell;
import org.secretomegraph.pages.ResultPage.Row;

/**
 * Everything that is to be known of one thing: a term, a claim, a publication, a named graph.
 *
 * @param title   its label
 * @param kind    what it is, in a word or two
 * @param iri     its permanent IRI
 * @param notice  why it is not to be used any more; empty when it may be
 * @param use     what to use instead
 * @param lead    what it says or means, in a sentence
 * @param path    the terms above it, the highest first
 * @param facts   its properties with their values
 * @param tables  what else is told of it, each with a heading
 * @param formats the same in other forms
 * @param script  the same as JSON-LD for search engines, safe within a script element; empty when there is none
 */
public record EntityPage(String title, String kind, String iri, String notice, List<Cell> use, String lead,
        List<Cell> path,
        List<Fact> facts, List<Table> tables, List<Format> formats, String script) {

    /** Whether there is anything above it. */
    public boolean hasPath() {
        return !path.isEmpty();
    }

    /** A property with its values. */
    public record Fact(Cell name, List<Cell> values) {}

    /** A table with a heading; the remark says what is left out. */
    public record Table(String heading, String remark, List<String> columns, List<Row> rows) {}

    /** Another form of the page, for a link. */
    public record Format(String name, String address, String mediaType) {}
}
