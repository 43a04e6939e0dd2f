package org.secretomegraph.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.Snapshot;
import org.secretomegraph.guard.Finding;
import org.secretomegraph.guard.Judgement;
import org.secretomegraph.guard.Severity;
import org.secretomegraph.link.source.FactSource;
import org.secretomegraph.link.source.GraphFacts;

/** Checks every identifier of some files: its form, whether the term is there and in force, its label and its kind. */
public final class IdentifierCheck {
    private static final Comparator<Finding> BY_PLACE = Comparator.comparing((Finding f) -> f.place().file())
            .thenComparing(f -> f.place().line()).thenComparing(f -> f.place().focus())
            .thenComparing(f -> f.place().column()).thenComparing(f -> f.place().path())
            .thenComparing(Finding::severity).thenComparing(Finding::rule).thenComparing(Finding::valueText);

    private final PrefixMap prefixes = PrefixMap.bundled();
    private final IdentifierForm form = new IdentifierForm(prefixes);
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Integer> unchecked = new TreeMap<>();
    private final Authorities authorities;

    /**
     * What came out.
     *
     * @param judgement the findings, sorted by place, and how many identifiers were looked at
     * @param unchecked prefixes that nobody could be asked about, and how often they are used
     * @param notes     what has to be known about the releases
     */
    public record Result(Judgement judgement, Map<String, Integer> unchecked, List<String> notes) {}

    private IdentifierCheck(List<Mention> mentions, FactSource bundle, List<? extends FactSource> releases) {
        Set<String> terms = mentions.stream().map(Mention::written).flatMap(w -> prefixes.iri(w).stream())
                .collect(Collectors.toSet());
        Set<String> labels = mentions.stream().flatMap(m -> m.label().stream()).collect(Collectors.toSet());
        this.authorities = Authorities.of(bundle, releases, terms, labels, prefixes);
    }

    /** @param releases what to check against; empty for the bundled slices */
    public static Result of(List<CheckedFile> files, Snapshot graph, List<? extends FactSource> releases) {
        PrefixMap prefixes = PrefixMap.bundled();
        Graph ontology = graph.dataset().getGraph(NamedGraphs.ONTOLOGY);
        Kinds kinds = Kinds.of(ontology, prefixes);
        List<Mention> mentions = files.stream().flatMap(f -> (f.name().matches("(?i).*\\.tsv(\\.gz)?")
                ? SheetMentions.read(f, kinds) : GraphMentions.read(f, kinds, prefixes)).stream()).toList();
        List<Graph> known = new ArrayList<>(new UsedTerms(graph).slices());
        known.add(ontology);
        IdentifierCheck check = new IdentifierCheck(mentions, new GraphFacts("the bundled slices", known), releases);
        mentions.forEach(check::check);
        check.findings.sort(BY_PLACE);
        return new Result(new Judgement(check.findings.stream().distinct().toList(), mentions.size()), check.unchecked,
                check.authorities.notes());
    }

    private void check(Mention m) {
        Optional<Finding> fault = form.fault(m);
        if (fault.isPresent()) {
            findings.add(fault.get());
            return;
        }
        prefixes.iri(m.written()).ifPresentOrElse(iri -> known(m, iri), () ->
                unchecked.merge(m.written().substring(0, m.written().indexOf(':')), 1, Integer::sum));
    }

    private void known(Mention m, String iri) {
        String prefix = prefixes.prefix(iri);
        Optional<Authority> authority = authorities.of(prefix);
        if (authority.isEmpty()) {
            unchecked.merge(prefix, 1, Integer::sum);
            return;
        }
        Hierarchy hierarchy = authority.get().hierarchy();
        if (!hierarchy.knows(iri)) {
            if (hierarchy.header().isSubset() || m.foreign() && !authorities.areReleases()) {
                unchecked.merge(prefix, 1, Integer::sum);
                return;
            }
            findings.add(LinkFindings.unknown(m.place(), m.written(), authority.get().name(),
                    m.label().flatMap(l -> authorities.labelled(l).stream().findFirst()).map(this::shown),
                    Severity.VIOLATION));
            return;
        }
        if (hierarchy.isObsolete(iri)) {
            findings.add(LinkFindings.obsolete(m.place(), m.written(), hierarchy.replacement(iri), this::shown,
                    other -> !hierarchy.header().isSubset() && !hierarchy.knows(other) && prefixes.prefix(other)
                            .equals(prefix), Severity.VIOLATION));
            return;
        }
        m.label().ifPresent(label -> authority.get().term(iri).ifPresent(term -> label(m, label, term)));
        kind(m, iri);
    }

    private void label(Mention m, String said, Term term) {
        if (term.label().isEmpty() || term.isCalled(said)) {
            return;
        }
        String now = term.label().get();
        List<String> others = authorities.labelled(said).stream().filter(t -> !t.equals(term.iri())).toList();
        if (term.exact().stream().anyMatch(said::equalsIgnoreCase) || term.other().stream().anyMatch(said::equalsIgnoreCase)) {
            findings.add(LinkFindings.label(m.place(), m.written(), said, "is called '" + now + "'; '" + said
                    + "' is a synonym", "Write the label '" + now + "'."));
        } else {
            findings.add(LinkFindings.label(m.place(), m.written(), said, "is called '" + now + "', not '" + said + "'",
                    "Correct the identifier, or write the label '" + now + "'.")
                    .withSuggestion(others.stream().findFirst().map(this::shown).orElse("")));
        }
    }

    private void kind(Mention m, String iri) {
        AskedKind asked = m.asked();
        boolean fits = asked.under().isEmpty() || authorities.isUnder(iri, asked.under());
        boolean barred = !asked.notUnder().isEmpty() && authorities.isUnder(iri, asked.notUnder());
        if (fits && !barred) {
            return;
        }
        Set<String> named = barred ? asked.notUnder() : asked.under();
        String list = named.stream().map(this::shown).sorted().collect(Collectors.joining(", "));
        findings.add(LinkFindings.kind(m.place(), m.written(), m.written() + m.label().map(l -> " (" + l + ")").orElse("")
                + " is not " + asked.name() + ": it is " + (barred ? "under " : "under none of ") + list,
                barred ? "Give the term itself, not one under " + list + "." : "Give a term under " + list + "."));
    }

    private String shown(String iri) {
        return prefixes.curie(iri).orElse(iri);
    }
}
