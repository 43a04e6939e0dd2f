package org.secretomegraph.pages;

import java.util.List;

/**
 * Everything that the graph says of one thing.
 *
 * @param title    its label, or its name when it has none
 * @param iri      its IRI
 * @param address  the IRI as a link; empty when it is no web address
 * @param says     property and value
 * @param saidOf   the statements that name it as property or value
 * @param remark   how many more there are; empty when all are shown
 */
public record About(String title, String iri, String address, List<Answer.Row> says, List<Answer.Row> saidOf,
                    String remark) {}
