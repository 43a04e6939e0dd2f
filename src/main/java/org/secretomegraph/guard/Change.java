package org.secretomegraph.guard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdfpatch.RDFChanges;
import org.apache.jena.rdfpatch.RDFPatch;
import org.apache.jena.rdfpatch.changes.RDFChangesApply;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.modify.request.UpdateLoad;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateAction;
import org.apache.jena.update.UpdateRequest;
import org.secretomegraph.findings.CandidateData;
import org.secretomegraph.findings.CellIndex;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.report.Finding;

/**
 * An edit that somebody proposes. The dataset that the edit is given has the union of all graphs as its default graph;
 * what is written without a graph goes to {@link NamedGraphs#DATA}.
 *
 * @param why   what the change is, in a word or a file name; findings say it as their place
 * @param edit  what it does; it may throw, and then nothing happened
 * @param sheet the table that it comes from, so that findings can name its rows; asked after the edit, with what it
 * edited
 */
public record Change(String why, Consumer<DatasetGraph> edit, Function<DatasetGraph, Optional<CandidateData>> sheet) {

    public Change(String why, Consumer<DatasetGraph> edit) {
        this(why, edit, dataset -> Optional.empty());
    }

    /** The same change, after a look at what is there. @param look may throw, and then nothing happened */
    public Change after(Consumer<DatasetGraph> look) {
        return new Change(why, dataset -> {
            look.accept(dataset);
            edit.accept(dataset);
        }, sheet);
    }

    /** A SPARQL Update, all of its operations together. LOAD is refused: it would read what the server can reach. */
    public static Change ofUpdate(UpdateRequest request) {
        for (Update update : request.getOperations()) {
            if (update instanceof UpdateLoad) {
                throw new InvalidInputException("LOAD is not allowed: send the triples themselves");
            }
        }
        return new Change("update", dataset -> UpdateAction.execute(request, dataset));
    }

    /** Puts triples in place of a graph's content. */
    public static Change put(Node graph, Graph triples) {
        return new Change("put " + graph, dataset -> dataset.addGraph(graph, triples));
    }

    /** Adds triples to a graph. */
    public static Change post(Node graph, Graph triples) {
        return add(graph, triples.find().toList());
    }

    /** Adds triples to a graph. */
    public static Change add(Node graph, Collection<Triple> triples) {
        return new Change("add to " + graph,
                dataset -> triples.forEach(t -> dataset.add(graph, t.getSubject(), t.getPredicate(), t.getObject())));
    }

    /** Puts triples in place of a graph's content, as they come: they may be more than the memory holds. */
    public static Change put(Node graph, Consumer<Consumer<Triple>> triples) {
        return new Change("put " + graph, dataset -> {
            dataset.removeGraph(graph);
            add(graph, triples).edit().accept(dataset);
        });
    }

    /** Adds triples to a graph, as they come. */
    public static Change add(Node graph, Consumer<Consumer<Triple>> triples) {
        return new Change("add to " + graph,
                dataset -> triples.accept(t -> dataset.add(graph, t.getSubject(), t.getPredicate(), t.getObject())));
    }

    /** Removes a graph. */
    public static Change delete(Node graph) {
        return new Change("delete " + graph, dataset -> dataset.removeGraph(graph));
    }

    /** An RDF Patch as one change, however many transactions it was cut into. An aborted one in it is bad input. */
    public static Change ofPatch(RDFPatch patch) {
        return ofPatch(patch::apply);
    }

    /** The same for a patch that is read while it is applied. */
    public static Change ofPatch(Consumer<RDFChanges> patch) {
        return new Change("patch", dataset -> patch.accept(new Applied(dataset)));
    }

    /** A claim sheet in place of what its graph held. Cells that could not be read count as findings. */
    public static Change ofSheet(Node graph, CandidateData sheet) {
        return new Change(sheet.source(), dataset -> dataset.addGraph(graph, sheet.triples()),
                dataset -> Optional.of(sheet));
    }

    /**
     * What a table says in place of what its graph held, written as it is read: it may be larger than the memory.
     *
     * @param source the table as the user named it
     * @param rows   reads the table, hands its triples on, and returns what is told of its text; may throw, and then
     * nothing
     *               happened
     */
    public static Change ofTable(Node graph, String source, CellIndex layout,
            Function<Consumer<Triple>, List<Finding>> rows) {
        List<Finding> unread = new ArrayList<>();
        return new Change(source, dataset -> {
            dataset.removeGraph(graph);
            unread.clear();
            unread.addAll(rows.apply(t -> dataset.add(graph, t.getSubject(), t.getPredicate(), t.getObject())));
        }, dataset -> Optional.of(CandidateData.ofTable(source, dataset.getGraph(graph), layout, List.copyOf(unread))));
    }

    private static final class Applied extends RDFChangesApply {
        private Optional<RuntimeException> failed = Optional.empty();

        Applied(DatasetGraph dataset) {
            super(dataset);
        }

        @Override
        public void add(Node g, Node s, Node p, Node o) {
            step(() -> super.add(g, s, p, o));
        }

        @Override
        public void delete(Node g, Node s, Node p, Node o) {
            step(() -> super.delete(g, s, p, o));
        }

        @Override
        public void addPrefix(Node graph, String prefix, String iri) {
            step(() -> super.addPrefix(graph, prefix, iri));
        }

        private void step(Runnable step) {
            try {
                step.run();
            } catch (RuntimeException e) {
                failed = Optional.of(e);
                throw e;
            }
        }

        @Override
        public void txnBegin() {}

        @Override
        public void txnCommit() {}

        /** Jena's reader tells this too when a step failed, and what that threw is then forgotten. */
        @Override
        public void txnAbort() {
            throw failed.orElseGet(() -> new InvalidInputException(
                    "the patch holds an aborted transaction (TA): send only what is to be applied"));
        }
    }
}
