package org.secretomegraph.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.secretomegraph.findings.CandidateData;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.guard.Change;
import org.secretomegraph.guard.Verdict;
import org.secretomegraph.importing.record.BufferedImport;
import org.secretomegraph.importing.record.ImportCounts;
import org.secretomegraph.importing.record.ImportResult;
import org.secretomegraph.importing.record.Importer;
import org.secretomegraph.report.Finding;
import org.secretomegraph.target.BundledTarget;
import org.secretomegraph.target.LocalTarget;
import org.secretomegraph.target.RemoteTarget;
import org.secretomegraph.target.Target;

/** Writes imported files to a target, each to a graph of its own, whole or not at all. */
public record ImportRun(Target target) {
    /** The largest number of a server's findings that are traced back to rows. */
    private static final int MAX_LOCATED_FINDINGS = 1_000;

    /**
     * What is known of terms and publications without imported data: the graph of an imported file must not depend on
     * another one, so that each can be replaced or deleted.
     */
    public Graph existing() {
        return switch (target) {
            case BundledTarget bundled -> bundled.snapshot().union();
            case RemoteTarget remote -> remote.bundled().snapshot().union();
            case LocalTarget local -> local.read(ImportRun::copyWithoutImports);
        };
    }

    private static Graph copyWithoutImports(DatasetGraph dataset) {
        Graph copy = GraphFactory.createDefaultGraph();
        dataset.listGraphNodes().forEachRemaining(name -> {
            if (!NamedGraphs.isImported(name)) {
                GraphUtil.addInto(copy, dataset.getGraph(name));
            }
        });
        return copy;
    }

    /** Replaces the content of the file's graph, unless the shapes refuse it. */
    public ImportResult write(Importer file) {
        return switch (target) {
            case LocalTarget local -> stream(file, local, false);
            case BundledTarget bundled -> buffer(file, bundled, false);
            case RemoteTarget remote -> buffer(file, remote, false);
        };
    }

    /** What {@link #write} would return; nothing is changed. For a server the bundled graph answers. */
    public ImportResult dryRun(Importer file) {
        return switch (target) {
            case LocalTarget local -> stream(file, local, true);
            case BundledTarget bundled -> buffer(file, bundled, true);
            case RemoteTarget remote -> buffer(file, remote.bundled(), true);
        };
    }

    /** The file goes into the store's transaction as it is read, since it may be larger than the memory. */
    private static ImportResult stream(Importer file, LocalTarget store, boolean dryRun) {
        List<ImportCounts> read = new ArrayList<>(); // the guard may read the file more than once
        try {
            Verdict verdict = store.decide(Change.ofTable(file.graph(), file.name(), file.layout(), out -> {
                ImportCounts counts = ImportCounts.read(file, out);
                read.add(counts);
                if (counts.isRefused(store.failOn())) {
                    throw new RefusedText();
                }
                return counts.reading().findings();
            }), dryRun);
            return read.getLast().outcome(verdict instanceof Verdict.Accepted, verdict.added());
        } catch (RefusedText e) {
            return read.getLast().outcome(false, read.getLast().reading().findings());
        }
    }

    /** A cell of the file is wrong as text, so that its triples need no validation. Rolls the transaction back. */
    private static final class RefusedText extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RefusedText() {
            super(null, null, false, false);
        }
    }

    private static ImportResult buffer(Importer file, Target target, boolean dryRun) {
        BufferedImport read = BufferedImport.of(file, BufferedImport.SMALL);
        ImportCounts counts = read.counted();
        if (counts.isRefused(target.failOn())) {
            return counts.outcome(false, counts.reading().findings());
        }
        return read.proposed().map(data -> target.put(file.graph(), data, Optional.empty(), dryRun))
                .map(outcome -> new ImportResult(outcome.accepted(), counts.reading(), outcome.findings(),
                        counts.triples()))
                .orElseGet(() -> large(file, read, target, dryRun));
    }

    private static ImportResult large(Importer file, BufferedImport read, Target target, boolean dryRun) {
        return switch (target) {
            case LocalTarget local -> stream(file, local, dryRun);
            case RemoteTarget remote -> upload(file, read, remote);
            case BundledTarget bundled -> {
                try (LocalTarget store = bundled.temporaryStore().get()) {
                    yield stream(file, store, dryRun);
                }
            }
        };
    }

    private static ImportResult upload(Importer file, BufferedImport read, RemoteTarget remote) {
        List<Finding> rejection = remote.server().put(file.graph(), file::read).orElse(List.of());
        List<Finding> findings = rejection.isEmpty() ? read.counted().reading().findings()
                : remote.bundled().validator().located(candidate(rejection, file, read), rejection);
        return read.counted().outcome(rejection.isEmpty(), findings);
    }

    /** The part of a large file that leads from the server's findings to rows. */
    private static CandidateData candidate(List<Finding> rejection, Importer file, BufferedImport read) {
        Set<Node> focusNodes = rejection.stream().limit(MAX_LOCATED_FINDINGS).map(f -> f.place().focus())
                .filter(focus -> !focus.isEmpty()).map(NodeFactory::createURI).collect(Collectors.toSet());
        Set<Node> subjects = new HashSet<>(focusNodes);
        file.read(t -> {
            if (focusNodes.contains(t.getObject()) && subjects.size() < 2 * MAX_LOCATED_FINDINGS) {
                subjects.add(t.getSubject());
            }
        });
        Graph triples = GraphFactory.createDefaultGraph();
        file.read(t -> {
            if (subjects.contains(t.getSubject())) {
                triples.add(t);
            }
        });
        return read.proposed(triples);
    }
}
