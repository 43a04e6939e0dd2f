package org.secretomegraph.vocab;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.secretomegraph.io.ResourceTable;
import org.secretomegraph.vocab.PrefixRecord.Use;

/**
 * All prefixes of this program, from {@code vocab/prefixes.tsv}: those that this graph uses, and behind them the others
 * of the Bioregistry. Where several namespaces begin an IRI, the longest gives the CURIE, and of equal ones the first
 * in the file.
 */
public final class PrefixRegistry {
    private static final Pattern ANYTHING = Pattern.compile("\\S+");

    /** The last underscore separates prefix and number; FlyBase has prefixes that contain one (FBbt_root). */
    private static final Pattern OBO_LOCAL = Pattern.compile("([A-Za-z]+(?:_[A-Za-z]+)*)_(\\w*\\d\\w*)");

    private final Map<Use, List<PrefixRecord>> byUse = new EnumMap<>(Use.class);
    private final List<PrefixRecord> used = new ArrayList<>();
    private final Map<String, PrefixRecord> registered = new HashMap<>();
    private final Map<String, PrefixRecord> registeredByNamespace = new HashMap<>();

    /** @param rows with the columns of {@code vocab/prefixes.tsv} */
    PrefixRegistry(List<NamedCsvRecord> rows) {
        rows.forEach(this::add);
        byUse.values().forEach(prefixes -> prefixes.sort(Comparator.comparing(p -> -p.namespace().length())));
    }

    /** The registry that travels with the program. It does not change, and is read once. */
    public static PrefixRegistry bundled() {
        return Bundled.REGISTRY;
    }

    private static final class Bundled {
        private static final PrefixRegistry REGISTRY = new PrefixRegistry(ResourceTable.read("/vocab/prefixes.tsv"));
    }

    private void add(NamedCsvRecord row) {
        String prefix = row.getField("prefix");
        String bioregistry = row.getField("bioregistry");
        String name = row.getField("name");
        String pattern = row.getField("pattern");
        String namespace = row.getField("namespace");
        boolean isUsed = !name.isEmpty();
        boolean isRegistered = !isUsed && !bioregistry.isEmpty();
        PrefixRecord added = new PrefixRecord(prefix, isRegistered ? inObo(namespace).orElse(bioregistry) : bioregistry,
                isUsed ? name : prefix, !isUsed ? ANYTHING : Pattern.compile(pattern.isEmpty() ? ".*" : pattern),
                namespace, Arrays.stream(row.getField("other_spellings").split("\\|")).filter(s -> !s.isEmpty())
                        .toList(),
                uses(row.getField("uses")));
        added.uses().keySet().forEach(use -> byUse.computeIfAbsent(use, u -> new ArrayList<>()).add(added));
        if (isUsed) {
            used.add(added);
        } else if (isRegistered) {
            registered.put(prefix.toLowerCase(Locale.ROOT), added);
            registered.putIfAbsent(added.preferred().toLowerCase(Locale.ROOT), added);
            registeredByNamespace.putIfAbsent(namespace, added);
        }
    }

    /** The spelling in an OBO namespace: the OBO library writes AEON what the Bioregistry writes aeon. */
    private static Optional<String> inObo(String namespace) {
        return namespace.startsWith(Terms.OBO) && namespace.endsWith("_")
                ? Optional.of(namespace.substring(Terms.OBO.length(), namespace.length() - 1)) : Optional.empty();
    }

    private static Map<Use, String> uses(String cell) {
        Map<Use, String> uses = new EnumMap<>(Use.class);
        Arrays.stream(cell.split(" ")).filter(s -> !s.isEmpty()).map(s -> (s + ":").split(":", -1))
                .forEach(use -> uses.put(Use.valueOf(use[0].toUpperCase(Locale.ROOT)), use[1]));
        return uses;
    }

    /** The prefixes that this graph uses. */
    public Collection<PrefixRecord> used() {
        return used;
    }

    /** The prefix of exactly this spelling. */
    public Optional<PrefixRecord> byPrefix(String prefix) {
        return used.stream().filter(p -> p.isSpelling(prefix)).findFirst();
    }

    /** The prefix of this spelling or of a synonym, in whatever case. */
    public Optional<PrefixRecord> bySynonym(String prefix) {
        String lower = prefix.toLowerCase(Locale.ROOT);
        if (lower.isEmpty()) {
            return Optional.empty();
        }
        return Stream.<Predicate<PrefixRecord>>of(
                p -> p.prefix().toLowerCase(Locale.ROOT).equals(lower),
                p -> p.preferred().toLowerCase(Locale.ROOT).equals(lower),
                p -> p.synonyms().stream().anyMatch(o -> o.toLowerCase(Locale.ROOT).equals(lower)))
                .flatMap(test -> used.stream().filter(test)).findFirst();
    }

    /** A prefix of the Bioregistry that this graph does not use, in whatever case. */
    public Optional<PrefixRecord> registered(String prefix) {
        return Optional.ofNullable(registered.get(prefix.toLowerCase(Locale.ROOT)));
    }

    /** The CURIE of a term's IRI, also for prefixes in no row; empty for an IRI that is not a term's. */
    public Optional<String> curie(String iri) {
        Optional<PrefixRecord> prefix = longestNamespace(Use.TERM, iri);
        if (prefix.isPresent()) {
            String local = prefix.get().local(iri).orElseThrow();
            return prefix.get().prefix().equals("SCSO") && !local.matches("\\d+") ? Optional.empty()
                    : Optional.of(prefix.get().prefix() + ":" + local);
        }
        String local = iri.startsWith(Terms.OBO) ? iri.substring(Terms.OBO.length()) : "";
        return OBO_LOCAL.matcher(local).matches() ? Optional.of(OBO_LOCAL.matcher(local).replaceFirst("$1:$2"))
                : Optional.empty();
    }

    /** The prefix whose pattern a CURIE violates; empty when it fits, or the prefix is unknown. */
    public Optional<PrefixRecord> violatedPattern(String curie) {
        int colon = curie.indexOf(':');
        return colon < 0 ? Optional.empty() : byPrefix(curie.substring(0, colon))
                .filter(prefix -> !prefix.isLocalPart(curie.substring(colon + 1)));
    }

    /** What the IRIs of a prefix begin with: as this graph writes them, else as the OBO library does. */
    public String namespace(String prefix) {
        return byPrefix(prefix).filter(PrefixRecord::isOfTerms).or(() -> registered(prefix))
                .map(PrefixRecord::namespace)
                .filter(n -> !n.isEmpty()).orElse(Terms.OBO + prefix + "_");
    }

    /** The CURIE of a term of another ontology, also in namespaces that only the Bioregistry has. */
    public Optional<String> foreignCurie(String iri) {
        return curie(iri).or(() -> iri.startsWith(Scso.NS) ? Optional.empty() : registeredCurie(iri));
    }

    private Optional<String> registeredCurie(String iri) {
        for (int end = iri.length() - 1; end > 0; end--) {
            PrefixRecord prefix = Character.isLetterOrDigit(iri.charAt(end - 1)) ? null
                    : registeredByNamespace.get(iri.substring(0, end));
            if (prefix != null) {
                return Optional.of(prefix.prefix() + ":" + iri.substring(end));
            }
        }
        return Optional.empty();
    }

    /** The prefix of a term's IRI; empty for an IRI that is not a term's. */
    public String prefix(String iri) {
        return foreignCurie(iri).map(c -> c.substring(0, c.indexOf(':'))).orElse("");
    }

    /**
     * The IRI of a term that somebody names by IRI or CURIE: synonyms of a prefix are accepted, and a prefix in no row
     * is expanded as one of the OBO library.
     */
    public Optional<String> lenientIri(String id) {
        if (id.matches("https?://.+")) {
            return Optional.of(id);
        }
        int colon = id.indexOf(':');
        if (colon <= 0 || !id.matches("[^:]+:\\S+")) {
            return Optional.empty();
        }
        String prefix = id.substring(0, colon);
        Optional<PrefixRecord> known = byPrefix(prefix).or(() -> bySynonym(prefix)).or(() -> registered(prefix));
        String local = id.substring(colon + 1);
        return known.isPresent() ? iri(known.get().prefix() + ":" + local)
                : Optional.of(id).filter(w -> w.matches("[A-Za-z][A-Za-z_]*:\\w+")).map(w -> namespace(prefix) + local);
    }

    /** The IRI of a CURIE whose prefix is spelt exactly and has IRIs in this graph. */
    public Optional<String> iri(String curie) {
        int colon = curie.indexOf(':');
        String prefix = curie.substring(0, Math.max(colon, 0));
        return byPrefix(prefix).filter(PrefixRecord::isOfTerms)
                .or(() -> registered(prefix).filter(p -> p.isSpelling(prefix)))
                .filter(p -> !p.namespace().isEmpty()).map(p -> p.namespace() + curie.substring(colon + 1));
    }

    /** The namespaces of the prefixes of claim sheets, sorted by prefix. */
    Map<String, String> sheetNamespaces() {
        Map<String, String> namespaces = new TreeMap<>();
        of(Use.SHEET).forEach(p -> namespaces.put(p.prefix(), p.namespace()));
        return namespaces;
    }

    /** The CURIE that claim sheets have for an IRI. */
    Optional<String> sheetCurie(String iri) {
        return longestNamespace(Use.SHEET, iri).map(p -> p.prefix() + ":" + p.local(iri).orElseThrow());
    }

    /** The namespaces that all Turtle declares, by prefix. */
    Map<String, String> turtleNamespaces() {
        Map<String, String> namespaces = new TreeMap<>();
        of(Use.TURTLE).forEach(p -> namespaces.put(p.spelling(Use.TURTLE), p.namespace()));
        return namespaces;
    }

    /** The CURIE of an IRI that only exports name. */
    public Optional<String> exportCurie(String iri) {
        return longestNamespace(Use.EXPORT, iri).map(p -> p.spelling(Use.EXPORT) + ":" + p.local(iri).orElseThrow());
    }

    /** The namespace of a prefix as exports spell it. */
    public Optional<String> exportNamespace(String prefix) {
        return of(Use.EXPORT).stream().filter(p -> p.spelling(Use.EXPORT).equals(prefix))
                .map(PrefixRecord::namespace).findFirst();
    }

    /** A CURIE with its prefix as the Biolink Model spells it; unchanged when the model has no spelling of its own. */
    public String biolinkCurie(String curie) {
        int colon = curie.indexOf(':');
        String prefix = curie.substring(0, Math.max(colon, 0));
        return byPrefix(prefix).or(() -> bySynonym(prefix)).map(p -> p.uses().getOrDefault(Use.EXPORT, ""))
                .filter(spelling -> !spelling.isEmpty()).map(spelling -> spelling + curie.substring(colon))
                .orElse(curie);
    }

    /** The prefixes of a use, the one with the longest namespace first. */
    private List<PrefixRecord> of(Use use) {
        return byUse.getOrDefault(use, List.of());
    }

    private Optional<PrefixRecord> longestNamespace(Use use, String iri) {
        return of(use).stream().filter(p -> p.local(iri).isPresent()).findFirst();
    }
}
