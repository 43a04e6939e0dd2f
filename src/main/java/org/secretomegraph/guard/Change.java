package org.secretomegraph.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdfpatch.RDFChanges;
import org.apache.jena.rdfpatch.changes.RDFChangesApply;
import org.apache.jena.sparql.core.DatasetGraph;
import org.secretomegraph.findings.CandidateData;
import org.secretomegraph.findings.CellIndex;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.report.Finding;

/**
 * A proposed edit of the dataset. The default graph of the dataset that is edited is the union of all named graphs;
 * quads that are written without a graph go to {@link NamedGraphs#DATA}.
 *
 * @param source name of the change or of its file; the location of its findings
 * @param edit the edit; when it throws, nothing is changed
 * @param candidate the table that the change comes from, so that findings can name its rows; empty when it does not
 * come from a table. Applied to the edited dataset
 */
public record Change(String source, Consumer<DatasetGraph> edit,
        Function<DatasetGraph, Optional<CandidateData>> candidate) {

    public Change(String source, Consumer<DatasetGraph> edit) {
        this(source, edit, dataset -> Optional.empty());
    }

    /** This change, with a check before it. @param precondition when it throws, nothing is changed */
    public Change after(Consumer<DatasetGraph> precondition) {
        return new Change(source, dataset -> {
            precondition.accept(dataset);
            edit.accept(dataset);
        }, candidate);
    }

    /**
     * Replaces the content of a graph. The triples are written as they are read, so that there may be more than fit in
     * memory.
     */
    public static Change put(Node graph, Consumer<Consumer<Triple>> triples) {
        return new Change("put " + graph, dataset -> {
            dataset.removeGraph(graph);
            add(graph, triples).edit().accept(dataset);
        });
    }

    /** Adds triples to a graph as they are read. */
    public static Change add(Node graph, Consumer<Consumer<Triple>> triples) {
        return new Change("add to " + graph,
                dataset -> triples.accept(t -> dataset.add(graph, t.getSubject(), t.getPredicate(), t.getObject())));
    }

    /** Removes a graph. */
    public static Change delete(Node graph) {
        return new Change("delete " + graph, dataset -> dataset.removeGraph(graph));
    }

    /**
     * An RDF Patch as one change, applied as it is read, however many transactions it holds. A patch that aborts a
     * transaction is invalid input.
     */
    public static Change ofPatch(Consumer<RDFChanges> patch) {
        return new Change("patch", dataset -> patch.accept(new PatchApplier(dataset)));
    }

    /** Replaces the content of a graph by a claim sheet. Cells that could not be read count as findings. */
    public static Change ofSheet(Node graph, CandidateData sheet) {
        return new Change(sheet.source(), dataset -> dataset.addGraph(graph, sheet.triples()),
                dataset -> Optional.of(sheet));
    }

    /**
     * Replaces the content of a graph by a table, which is written as it is read and may be larger than memory.
     *
     * @param source the table as the user named it
     * @param rows reads the table, passes its triples on, and returns the findings on its text; when it throws,
     * nothing is changed
     */
    public static Change ofTable(Node graph, String source, CellIndex cells,
            Function<Consumer<Triple>, List<Finding>> rows) {
        List<Finding> textFindings = new ArrayList<>();
        return new Change(source, dataset -> {
            dataset.removeGraph(graph);
            textFindings.clear();
            textFindings.addAll(rows.apply(t -> dataset.add(graph, t.getSubject(), t.getPredicate(), t.getObject())));
        }, dataset -> Optional
                .of(CandidateData.ofTable(source, dataset.getGraph(graph), cells, List.copyOf(textFindings))));
    }

    private static final class PatchApplier extends RDFChangesApply {
        private Optional<RuntimeException> failed = Optional.empty();

        PatchApplier(DatasetGraph dataset) {
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

        /** The reader also calls this when a step failed; the exception of that step is the one to report. */
        @Override
        public void txnAbort() {
            throw failed.orElseGet(() -> new InvalidInputException(
                    "the patch contains an aborted transaction (TA): send only transactions that are to be applied"));
        }
    }
}
