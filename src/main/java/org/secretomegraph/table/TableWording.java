package org.secretomegraph.table;

/**
 * How findings on the heading line of a kind of table are worded.
 *
 * @param name    the kind, with its article
 * @param unknown what to do about a column that the kind does not have
 * @param missing what to do about one that is not there; the column's meaning follows
 */
public record TableWording(String name, String unknown, String missing) {}
