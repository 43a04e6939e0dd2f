package org.secretomegraph.graph.store;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.secretomegraph.graph.BulkGraph;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.change.QuadDelta;
import org.secretomegraph.graph.infer.LinkMaterializer;
import org.secretomegraph.graph.infer.RdfsClosure;
import org.secretomegraph.graph.view.UnionGraph;
import org.secretomegraph.io.Checksum;

/**
 * What follows from the asserted graphs: first the direct links from the claims, then the entailments of all. Safe for
 * many users: it holds the rules and no graph. Following a change gives the same graphs as rebuilding them.
 */
public final class Materializer {
    /**
     * To follow a change of more triples, or of a quarter of the store if that is more, costs more than rebuilding.
     */
    private static final int LARGE_CHANGE = 5_000;

    private final LinkMaterializer links;
    private final BiPredicate<Integer, Long> shouldRebuild;

    /** @param rules the CONSTRUCT queries that make direct links */
    public Materializer(List<Path> rules) {
        this(rules, (changed, all) -> changed > LARGE_CHANGE && changed > all / 4);
    }

    /** @param shouldRebuild whether a change of so many triples, in a store of so many, is not followed step by step */
    Materializer(List<Path> rules, BiPredicate<Integer, Long> shouldRebuild) {
        this.links = new LinkMaterializer(rules);
        this.shouldRebuild = shouldRebuild;
    }

    /** What is derived. */
    record Derived(Graph links, Graph entailments) {}

    /** Tells two sets of rules apart, the ones for links and the ones that are in the program. */
    String checksum() {
        return Checksum.ofTexts(Stream.concat(links.texts(), Stream.of(RdfsClosure.RULES)).toList());
    }

    /**
     * Derives everything that follows from asserted triples.
     *
     * @param premises the asserted triples, in a graph without transactions because of the many look-ups; the links are
     *                 added to them, for they entail triples too
     */
    Derived derive(Graph premises) {
        Graph made = links.of(premises);
        made.find().forEachRemaining(premises::add);
        return new Derived(made, RdfsClosure.of(premises));
    }

    /** Brings the derived graphs up to date with what the transaction changed so far. */
    public void update(WriteTransaction writing) {
        QuadDelta delta = writing.delta();
        if (!delta.isLarge()
                && shouldRebuild.test((int) (delta.addedCount() + delta.removedCount()), writing.triples())) {
            rebuild(writing);
            return;
        }
        updateLinks(writing);
        Graph premises = writing.without(NamedGraphs.NO_PREMISES);
        RdfsClosure after = new RdfsClosure(premises);
        long[] done = new long[1];
        writing.forEachPart(graph -> !NamedGraphs.NO_PREMISES.contains(graph), premises, part -> {
            after.update(part.before(), part.change(), t -> derive(t, NamedGraphs.ENTAILMENTS, true, writing),
                    t -> derive(t, NamedGraphs.ENTAILMENTS, false, writing));
            writing.progress().at("triples looked at for what follows from them", done[0] += part.change().size());
        });
    }

    private void updateLinks(WriteTransaction writing) {
        Graph claims = writing.without(NamedGraphs.DERIVED);
        boolean[] followed = {true};
        long[] done = new long[1];
        writing.forEachPart(graph -> !NamedGraphs.DERIVED.contains(graph), claims, part -> {
            followed[0] = followed[0] && links.update(claims, part.before(), part.change(),
                    writing.base().getGraph(NamedGraphs.LINKS), t -> derive(t, NamedGraphs.LINKS, true, writing),
                    t -> derive(t, NamedGraphs.LINKS, false, writing));
            writing.progress().at("triples looked at for direct links", done[0] += part.change().size());
        });
        if (!followed[0]) {
            replace(NamedGraphs.LINKS, links.of(claims), writing);
        }
    }

    /** Derives everything anew, from a copy in memory. */
    public void rebuild(WriteTransaction writing) {
        Graph asserted = new BulkGraph();
        writing.within(UnionGraph.without(NamedGraphs.DERIVED, writing.base())).find().forEachRemaining(asserted::add);
        Derived derived = derive(writing.within(asserted));
        replace(NamedGraphs.LINKS, derived.links(), writing);
        replace(NamedGraphs.ENTAILMENTS, derived.entailments(), writing);
    }

    /** Replaces a metadata graph and commits, if that changes it. @return whether it did */
    static boolean replaceMetadata(Node name, Graph content, WriteTransaction writing) {
        replace(name, content, writing);
        boolean changed = !writing.delta().isEmpty();
        if (changed) {
            writing.commitUncounted();
        }
        return changed;
    }

    private static void replace(Node name, Graph content, WriteTransaction writing) {
        for (Quad old : Iter.toList(writing.base().find(name, Node.ANY, Node.ANY, Node.ANY))) {
            writing.derive(old, content.contains(old.asTriple()));
        }
        content.find().toList().forEach(t -> derive(t, name, true, writing));
    }

    private static void derive(Triple triple, Node name, boolean holds, WriteTransaction writing) {
        writing.derive(Quad.create(name, triple), holds);
    }
}
