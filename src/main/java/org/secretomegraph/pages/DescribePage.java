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
public record DescribePage(String title, String iri, String address, List<ResultPage.Row> says,
        List<ResultPage.Row> saidOf,
        String remark) {}
