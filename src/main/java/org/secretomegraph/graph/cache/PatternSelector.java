package org.secretomegraph.graph.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.secretomegraph.graph.view.MatchList;
import org.secretomegraph.graph.view.SelectivityHints;

/**
 * Which of several triple patterns to match next: one with a bound subject, else the one with the fewest matches. A
 * fixed order is good for some nodes and endless for others: a publication is cited by ten claims, and a reference of
 * an annotation file by a hundred thousand.
 *
 * @param index   the number of the pattern
 * @param matches the triples that match it
 */
public record PatternSelector(int index, List<Triple> matches) {

    /**
     * @param patterns some, none of which is wholly known
     * @param asked    the same with {@code Node.ANY} for what is not known
     */
    public static PatternSelector of(Graph graph, List<Triple> patterns, List<Triple> asked) {
        return quickly(graph, patterns, asked).orElseGet(() -> race(graph, asked));
    }

    /** The pattern, if it can be told without reading what many match. */
    public static Optional<PatternSelector> quickly(Graph graph, List<Triple> patterns, List<Triple> asked) {
        for (int i = 0; i < asked.size(); i++) {
            if (asked.get(i).getSubject().isConcrete()) {
                return Optional.of(new PatternSelector(i, graph.find(asked.get(i)).toList()));
            }
        }
        return graph instanceof SelectivityHints hints ? smallest(hints, patterns, asked) : Optional.empty();
    }

    private static Optional<PatternSelector> smallest(SelectivityHints hints, List<Triple> patterns,
            List<Triple> asked) {
        List<Optional<MatchList>> found = asked.stream().map(hints::smallMatches).toList();
        int fewest = -1;
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).isPresent() && (fewest < 0 || size(found.get(i)) < size(found.get(fewest)))) {
                fewest = i;
            }
        }
        return fewest < 0 ? Optional.empty()
                : Optional.of(new PatternSelector(fewest, agreed(fewest, found, patterns)));
    }

    private static int size(Optional<MatchList> found) {
        return found.orElseThrow().triples().size();
    }

    /** Those of which the other patterns that ask of the same node are known to be true. */
    private static List<Triple> agreed(int fewest, List<Optional<MatchList>> found, List<Triple> patterns) {
        List<Triple> matches = found.get(fewest).orElseThrow().triples();
        for (int i = 0; i < found.size() && !matches.isEmpty(); i++) {
            if (i != fewest && found.get(i).isPresent()
                    && patterns.get(i).getSubject().equals(patterns.get(fewest).getSubject())) {
                Set<Node> others = found.get(i).get().subjects();
                matches = matches.stream().filter(t -> others.contains(t.getSubject())).toList();
            }
        }
        return matches;
    }

    /** At the cost of those few: all that hang on a known object are read in step until one has no more. */
    public static PatternSelector race(Graph graph, List<Triple> patterns) {
        boolean someKnown = patterns.stream().anyMatch(p -> p.getObject().isConcrete());
        List<Integer> at = new ArrayList<>();
        List<ExtendedIterator<Triple>> running = new ArrayList<>();
        List<List<Triple>> read = new ArrayList<>();
        try {
            for (int i = 0; i < patterns.size(); i++) {
                if (!someKnown || patterns.get(i).getObject().isConcrete()) {
                    at.add(i);
                    running.add(graph.find(patterns.get(i)));
                    read.add(new ArrayList<>());
                }
            }
            while (true) {
                for (int i = 0; i < running.size(); i++) {
                    if (!running.get(i).hasNext()) {
                        return new PatternSelector(at.get(i), read.get(i));
                    }
                    read.get(i).add(running.get(i).next());
                }
            }
        } finally {
            running.forEach(ExtendedIterator::close);
        }
    }
}
