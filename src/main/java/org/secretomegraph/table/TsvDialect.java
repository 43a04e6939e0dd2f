package org.secretomegraph.table;

/**
 * How a table is written; its cells are parted by tabs.
 *
 * @param comment what a line of comment begins with; empty when there are none
 * @param quoted  whether a spreadsheet may have put cells into quotation marks; if not, a mark is a character like any
 * other
 */
public record TsvDialect(String comment, boolean quoted) {}
