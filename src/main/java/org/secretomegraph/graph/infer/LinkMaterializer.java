package org.secretomegraph.graph.infer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.secretomegraph.graph.BulkGraph;
import org.secretomegraph.graph.change.TripleDelta;

/**
 * Direct links between terms, derived from claims. The rules are SPARQL CONSTRUCT queries in {@code ontology/rules/}:
 * what makes a link is a decision of the field, to be read and changed there and not in Java.
 */
public final class LinkMaterializer {
    private final List<String> texts;
    private final List<IncrementalRule> rules;

    public LinkMaterializer(List<Path> rules) {
        this.texts = rules.stream().map(LinkMaterializer::text).toList();
        this.rules = texts.stream().map(IncrementalRule::new).toList();
    }

    /** The rules as they are written. */
    public Stream<String> texts() {
        return texts.stream();
    }

    /** What the rules construct from the claims in the given graph. */
    public Graph of(Graph claims) {
        Graph links = new BulkGraph();
        rules.forEach(rule -> rule.makeAll(claims, links));
        return links;
    }

    /**
     * Brings the links up to date with a change of the claims.
     *
     * @param now    the claims now
     * @param before the claims before this change and others that belong to it
     * @param links the links before
     * @param holds told each triple that the rules make at the changed claims
     * @param fails told each triple that they made and make no more
     * @return whether it could be done; if not, nothing was told and all must be made anew
     */
    public boolean update(Graph now, Graph before, TripleDelta change, Graph links, Consumer<Triple> holds,
            Consumer<Triple> fails) {
        List<Set<IncrementalRule.Hook>> gaining = new ArrayList<>();
        List<Set<IncrementalRule.Hook>> losing = new ArrayList<>();
        for (IncrementalRule rule : rules) {
            Optional<Set<IncrementalRule.Hook>> gained = rule.gains(change);
            Optional<Set<IncrementalRule.Hook>> lost = rule.losses(change);
            if (gained.isEmpty() || lost.isEmpty()) {
                return false;
            }
            gaining.add(gained.get());
            losing.add(lost.get());
        }
        Set<Triple> made = new LinkedHashSet<>();
        Set<Triple> doubtful = new LinkedHashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            IncrementalRule rule = rules.get(i);
            gaining.get(i).forEach(hook -> made.addAll(rule.made(now, hook)));
            losing.get(i).forEach(hook -> doubtful.addAll(rule.made(before, hook)));
        }
        doubtful.removeAll(made);
        List<Triple> lost = doubtful.stream()
                .filter(t -> rules.stream().noneMatch(rule -> rule.makes(t, now, links))).toList();
        made.forEach(holds);
        lost.forEach(fails);
        return true;
    }

    private static String text(Path rule) {
        try {
            return Files.readString(rule);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
