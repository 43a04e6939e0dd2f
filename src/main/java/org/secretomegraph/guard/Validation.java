package org.secretomegraph.guard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;

/** Judges data by the rules. Jena's own verdict is not used: it refuses data for a lone warning. */
public final class Validation {
    private final Rulebook rules;

    public Validation(Rulebook rules) {
        this.rules = rules;
    }

    /** Judges a whole graph. */
    public Judgement judge(String name, Graph graph) {
        return judge(graph, Proposed.ofFile(name, graph), rules.judging().all(graph));
    }

    /**
     * Judges proposals together, over the graph that is already believed. Only nodes that a proposal says something of
     * are judged.
     */
    public Judgement judge(Graph believed, List<Proposed> proposals) {
        Graph data = Overlay.of(believed, proposals);
        Focus focus = new Focus(data);
        List<Finding> findings = new ArrayList<>();
        int judged = 0;
        for (Proposed proposed : proposals) {
            Set<Node> subjects = proposed.subjects();
            Map<Shape, List<Node>> asked = new LinkedHashMap<>();
            rules.shapes().getTargetShapes().forEach(shape -> asked.put(shape,
                    subjects.stream().filter(node -> focus.is(node, shape)).toList()));
            Judgement one = judge(data, proposed, Block.of(asked));
            findings.addAll(proposed.withText(one.findings()));
            judged += one.judged();
        }
        findings.sort(Finding.BY_LOCATION);
        return new Judgement(List.copyOf(findings), judged);
    }

    /** Findings that somebody else made on what is proposed, at the cells that must be mended. */
    public List<Finding> located(Proposed proposed, List<Finding> findings) {
        Places places = new Places(proposed);
        return proposed.withText(proposed.told(findings.stream().map(f -> f.place().focus().isEmpty() ? f : f.at(places.of(
                        NodeFactory.createURI(f.place().focus()), f.place().path(), f.place().column(),
                        rules.rule(NodeFactory.createURI(f.rule())).besides())))
                .sorted(Finding.BY_LOCATION).toList(), rules));
    }

    private Judgement judge(Graph data, Proposed proposed, List<Block> blocks) {
        return new Judgement(findings(rules.judging().entries(data, blocks), data, proposed),
                (int) blocks.stream().flatMap(block -> block.nodes().stream()).distinct().count());
    }

    /** One finding for one rule, node and value, though several constraints of the rule may have failed. */
    List<Finding> findings(Collection<ReportEntry> entries, Graph data, Proposed proposed) {
        FindingText text = new FindingText(rules, data, proposed);
        Set<List<Object>> seen = new HashSet<>();
        List<Finding> all = entries.stream()
                .map(text::of)
                .sorted(Finding.BY_LOCATION)
                .filter(f -> seen.add(List.of(f.rule(), f.place(), f.value())))
                .toList();
        return proposed.told(all, rules);
    }
}
