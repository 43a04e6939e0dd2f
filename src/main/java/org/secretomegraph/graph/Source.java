package org.secretomegraph.graph;

import org.apache.jena.sparql.core.DatasetGraph;
import org.secretomegraph.io.InvalidInputException;

/** Something that puts triples into the dataset, each into a named graph of its own. */
@FunctionalInterface
public interface Source {
    /**
     * @throws InvalidInputException when what it reads cannot be used; the dataset is then thrown away by the caller
     */
    void addTo(DatasetGraph dataset);
}
