package org.secretomegraph.bench;

import java.util.Iterator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.eclipse.rdf4j.common.transaction.IsolationLevels;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.vocabulary.RDF4J;
import org.eclipse.rdf4j.repository.RepositoryException;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.repository.sail.SailRepositoryConnection;
import org.eclipse.rdf4j.sail.memory.MemoryStore;
import org.eclipse.rdf4j.sail.shacl.ShaclSail;
import org.eclipse.rdf4j.sail.shacl.ShaclSailValidationException;

/**
 * RDF4J's ShaclSail over its MemoryStore, set up as its documentation says is fastest for small changes: parallel
 * validation, SNAPSHOT isolation (<a href="https://rdf4j.org/documentation/programming/shacl/">Validation with
 * SHACL</a>,
 * sections Transactional support and Performance). The data is the union of our graphs, what follows from them
 * included.
 */
final class Rdf4jContender implements Contender {
    private static final int BATCH = 200_000;

    private final ValueFactory values = SimpleValueFactory.getInstance();
    private final ShaclSail sail = new ShaclSail(new MemoryStore());
    private final SailRepository repository = new SailRepository(sail);
    private final SailRepositoryConnection connection;

    Rdf4jContender(Graph data, Graph shapes) {
        sail.setParallelValidation(true);
        repository.init();
        connection = repository.getConnection();
        connection.begin(IsolationLevels.SNAPSHOT);
        shapes.find().forEachRemaining(t -> connection.add(statement(t), RDF4J.SHACL_SHAPE_GRAPH));
        connection.commit();
        // The data is known to be valid; judging all of it at once is not what is measured here.
        sail.disableValidation();
        for (Iterator<Triple> all = data.find(); all.hasNext();) {
            connection.begin(IsolationLevels.NONE);
            for (int i = 0; i < BATCH && all.hasNext(); i++) {
                connection.add(statement(all.next()));
            }
            connection.commit();
        }
        sail.enableValidation();
    }

    @Override
    public boolean commit(GeneratedChange change) {
        connection.begin(IsolationLevels.SNAPSHOT);
        try {
            change.removed().forEach(t -> connection.remove(statement(t)));
            change.added().forEach(t -> connection.add(statement(t)));
            connection.commit();
            return true;
        } catch (RepositoryException e) {
            if (connection.isActive()) {
                connection.rollback();
            }
            if (e.getCause() instanceof ShaclSailValidationException) {
                return false;
            }
            throw e;
        }
    }

    private Statement statement(Triple t) {
        return values.createStatement((Resource) value(t.getSubject()), (IRI) value(t.getPredicate()),
                value(t.getObject()));
    }

    private Value value(Node node) {
        if (node.isURI()) {
            return values.createIRI(node.getURI());
        }
        if (node.isBlank()) {
            return values.createBNode(node.getBlankNodeLabel());
        }
        return node.getLiteralLanguage().isEmpty()
                ? values.createLiteral(node.getLiteralLexicalForm(), values.createIRI(node.getLiteralDatatypeURI()))
                : values.createLiteral(node.getLiteralLexicalForm(), node.getLiteralLanguage());
    }

    @Override
    public void close() {
        connection.close();
        repository.shutDown();
    }
}
