package org.secretomegraph.linking.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.linking.release.OntologySource;
import org.secretomegraph.vocab.PrefixRegistry;

/**
 * Who is asked about a term: the release of its ontology, where one is given, else the bundled graph. Given releases,
 * the graph still answers for our own terms, and places borrowed terms under our categories; for the rest nobody is
 * asked.
 */
final class TermSources {
    private final TermSource bundle;
    private final Map<String, TermSource> releases = new TreeMap<>();
    private final PrefixRegistry prefixes;
    private final Set<String> covered = new HashSet<>();

    private TermSources(TermSource bundle, PrefixRegistry prefixes) {
        this.bundle = bundle;
        this.prefixes = prefixes;
    }

    static TermSources of(OntologySource bundle, List<? extends OntologySource> releases, Set<String> terms,
            Set<String> labels,
            PrefixRegistry prefixes) {
        TermSources all = new TermSources(TermSource.of(bundle, terms, labels), prefixes);
        for (OntologySource release : releases) {
            TermSource termSource = TermSource.of(release, terms, labels);
            String prefix = termSource.hierarchy().mintedPrefix(prefixes);
            if (prefix.isEmpty()) {
                throw new InvalidInputException(release.name() + termSource.hierarchy().example()
                        .map(term -> ": its terms, such as " + term
                                + ", have no prefix that is known here, so that nothing can be checked against it")
                        .orElse(
                                ": declares no term; is it a release of an ontology?"));
            }
            all.releases.put(prefix, termSource);
        }
        all.covered.addAll(all.releases.isEmpty() ? all.bundle.hierarchy().prefixes(prefixes) : Set.of("SCSO"));
        return all;
    }

    /** What has to be known about the releases. */
    List<String> notes() {
        return releases.values().stream().flatMap(r -> r.hierarchy().header().note(r.name()).stream()).toList();
    }

    boolean areReleases() {
        return !releases.isEmpty();
    }

    /** Who knows about the terms of a prefix; empty when nobody does. */
    Optional<TermSource> of(String prefix) {
        return Optional.ofNullable(releases.get(prefix))
                .or(() -> covered.contains(prefix) ? Optional.of(bundle) : Optional.empty());
    }

    /** Whether a term is one of some, or under one of them. */
    boolean isUnder(String term, Set<String> tops) {
        Set<String> visited = new HashSet<>(Set.of(term));
        Deque<String> open = new ArrayDeque<>(visited);
        while (!open.isEmpty()) {
            String at = open.pop();
            if (tops.contains(at)) {
                return true;
            }
            above(at).stream().filter(visited::add).forEach(open::push);
        }
        return false;
    }

    private Set<String> above(String term) {
        Set<String> above = new HashSet<>(bundle.hierarchy().above(term, false));
        String prefix = prefixes.prefix(term);
        Optional.ofNullable(releases.get(prefix)).ifPresent(release -> {
            // A release knows better what is above its own terms; what the graph adds is our categories.
            above.removeIf(a -> prefixes.prefix(a).equals(prefix));
            above.addAll(release.hierarchy().above(term, false));
        });
        return above;
    }

    /** Other terms that have a label. */
    List<String> labelled(String label) {
        Set<String> found = new TreeSet<>(releases.isEmpty() ? bundle.labelled(label) : List.of());
        releases.values().forEach(r -> found.addAll(r.labelled(label)));
        return List.copyOf(found);
    }
}
