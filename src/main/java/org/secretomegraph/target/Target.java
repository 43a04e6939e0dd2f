package org.secretomegraph.target;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.secretomegraph.findings.CandidateData;
import org.secretomegraph.report.Severity;
import org.secretomegraph.report.ValidationResult;
import org.secretomegraph.target.remote.StoredGraph;

/** Where data goes, each file or sheet into a named graph of its own. */
public sealed interface Target extends AutoCloseable permits BundledTarget, LocalTarget, RemoteTarget {

    /** Findings from this severity on refuse data. */
    Severity failOn();

    /** The same target, when {@link #read} is to know these terms: a server is asked about them, others know them. */
    default Target withTerms(Supplier<Set<Node>> terms) {
        return this;
    }

    /** Reads what is known here, in a READ transaction. The default graph is the union of the named graphs. */
    <T> T read(Function<DatasetGraph, T> reader);

    /** A graph as it is stored. */
    StoredGraph get(Node graph);

    /**
     * Replaces the content of a graph, unless the shapes refuse the data.
     *
     * @param existing the graph as it was read; when given, a server refuses the data if the graph was changed since
     * @param dryRun whether to validate only, and change nothing
     */
    Outcome put(Node graph, CandidateData data, Optional<StoredGraph> existing, boolean dryRun);

    @Override
    void close();

    /**
     * What became of data, or would become of it in a dry run.
     *
     * @param accepted whether the shapes accept it
     * @param findings what they report
     */
    record Outcome(boolean accepted, ValidationResult findings) {}
}
