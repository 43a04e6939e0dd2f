package org.secretomegraph.curation;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.Source;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.vocab.Curie;

/**
 * The sheet that puts genes and their products, lipids and other borrowed terms under our component categories.
 * Columns: id, label, category ids separated by {@code |}, their labels, and the basis of the placement.
 */
public record ComponentSheetSource(Path file) implements Source {

    @Override
    public void addTo(DatasetGraph dataset) {
        try (var records = CsvReader.builder().fieldSeparator('\t').quoteCharacter('\0')
                .commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(Files.newBufferedReader(file))) {
            for (var row : records) {
                Node component = term(row.getField("id"), row.getStartingLineNumber());
                for (String category : row.getField("category_ids").split("\\s*\\|\\s*")) {
                    dataset.add(NamedGraphs.ONTOLOGY, component, RDFS.subClassOf.asNode(),
                            term(category, row.getStartingLineNumber()));
                }
            }
        } catch (IOException e) {
            throw new InvalidInputException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private Node term(String curie, long line) {
        return Curie.expand(curie.strip()).map(NodeFactory::createURI).orElseThrow(() -> new InvalidInputException(
                file + ":" + line + ": '" + curie + "' is not an identifier; write PREFIX:number"));
    }
}
