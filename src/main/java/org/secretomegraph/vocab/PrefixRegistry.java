package org.secretomegraph.vocab;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The prefixes of {@code link/prefixes.tsv}, and behind them those of {@link BioregistryPrefixes}. */
public final class PrefixRegistry {
    private static final String FILE = "/link/prefixes.tsv";
    private static final String OBO = "http://purl.obolibrary.org/obo/";

    /** The last underscore parts prefix and number; FlyBase has prefixes that hold one (FBbt_root). */
    private static final Pattern OBO_LOCAL = Pattern.compile("([A-Za-z]+(?:_[A-Za-z]+)*)_(\\w*\\d\\w*)");

    private final List<PrefixRecord> all;
    private final BioregistryPrefixes registered = BioregistryPrefixes.bundled();

    private PrefixRegistry(List<PrefixRecord> all) {
        this.all = all;
    }

    /** The map that travels with the program. */
    public static PrefixRegistry bundled() {
        List<PrefixRecord> all = new ArrayList<>();
        try (InputStream in = PrefixRegistry.class.getResourceAsStream(FILE);
                var rows = CsvReader.builder().fieldSeparator('\t').quoteCharacter('\0')
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var row : rows) {
                String pattern = row.getField("pattern");
                all.add(new PrefixRecord(row.getField("prefix"), row.getField("bioregistry"), row.getField("name"),
                        Pattern.compile(pattern.isEmpty() ? ".*" : pattern), row.getField("namespace"),
                        Arrays.stream(row.getField("other_spellings").split("\\|")).filter(s -> !s.isEmpty())
                                .toList()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PrefixRegistry(List.copyOf(all));
    }

    public Collection<PrefixRecord> all() {
        return all;
    }

    /** The prefix that is written so, rightly. */
    public Optional<PrefixRecord> spelt(String prefix) {
        return all.stream().filter(p -> p.isSpelt(prefix)).findFirst();
    }

    /** The prefix that is meant by another spelling or another case. */
    public Optional<PrefixRecord> meantBy(String prefix) {
        String lower = prefix.toLowerCase(Locale.ROOT);
        if (lower.isEmpty()) {
            return Optional.empty();
        }
        return Stream.<Predicate<PrefixRecord>>of(
                p -> p.prefix().toLowerCase(Locale.ROOT).equals(lower),
                p -> p.preferred().toLowerCase(Locale.ROOT).equals(lower),
                p -> p.others().stream().anyMatch(o -> o.toLowerCase(Locale.ROOT).equals(lower)))
                .flatMap(test -> all.stream().filter(test)).findFirst();
    }

    /** A prefix of the Bioregistry that this graph has no use for, in whatever case it is written. */
    public Optional<PrefixRecord> registered(String prefix) {
        return registered.named(prefix);
    }

    /** The CURIE of a term's IRI, whether or not its prefix is known; empty for an IRI that is no term's. */
    public Optional<String> curie(String iri) {
        Optional<PrefixRecord> namespace = all.stream()
                .filter(p -> !p.namespace().isEmpty() && iri.startsWith(p.namespace())
                        && iri.length() > p.namespace().length())
                .max(Comparator.comparingInt(p -> p.namespace().length()));
        if (namespace.isPresent()) {
            String local = iri.substring(namespace.get().namespace().length());
            return namespace.get().prefix().equals("SCSO") && !local.matches("\\d+") ? Optional.empty()
                    : Optional.of(namespace.get().prefix() + ":" + local);
        }
        String local = iri.startsWith(OBO) ? iri.substring(OBO.length()) : "";
        return OBO_LOCAL.matcher(local).matches() ? Optional.of(OBO_LOCAL.matcher(local).replaceFirst("$1:$2"))
                : Optional.empty();
    }

    /**
     * The prefix of a CURIE whose local part its source would never write; empty when it fits, or nothing is known of
     * it.
     */
    public Optional<PrefixRecord> refusing(String curie) {
        int colon = curie.indexOf(':');
        return colon < 0 ? Optional.empty() : spelt(curie.substring(0, colon))
                .filter(prefix -> !prefix.admits(curie.substring(colon + 1)));
    }

    /** What the IRIs of a prefix begin with: as this graph writes them, else as the OBO library does. */
    public String namespace(String prefix) {
        return spelt(prefix).or(() -> registered(prefix)).map(PrefixRecord::namespace).filter(n -> !n.isEmpty())
                .orElse(OBO + prefix + "_");
    }

    /** The CURIE of a term of another ontology: of namespaces that only the Bioregistry knows too. */
    public Optional<String> foreignCurie(String iri) {
        return curie(iri).or(() -> iri.startsWith(Scso.NS) ? Optional.empty() : registered.curie(iri));
    }

    /** The prefix of a term's IRI; empty for an IRI that is no term's. */
    public String prefix(String iri) {
        return foreignCurie(iri).map(c -> c.substring(0, c.indexOf(':'))).orElse("");
    }

    /**
     * The IRI that a person means who names a term of some release: other spellings of a prefix are taken, and one that
     * is
     * in no row of the map is taken for one of the OBO library.
     */
    public Optional<String> meant(String id) {
        if (id.matches("https?://.+")) {
            return Optional.of(id);
        }
        int colon = id.indexOf(':');
        if (colon <= 0 || !id.matches("[^:]+:\\S+")) {
            return Optional.empty();
        }
        String prefix = id.substring(0, colon);
        Optional<PrefixRecord> known = spelt(prefix).or(() -> meantBy(prefix)).or(() -> registered(prefix));
        String local = id.substring(colon + 1);
        return known.isPresent() ? iri(known.get().prefix() + ":" + local)
                : Optional.of(id).filter(w -> w.matches("[A-Za-z][A-Za-z_]*:\\w+")).map(w -> namespace(prefix) + local);
    }

    /** The IRI of a CURIE whose prefix is spelt rightly and has IRIs in this graph. */
    public Optional<String> iri(String curie) {
        int colon = curie.indexOf(':');
        String prefix = curie.substring(0, Math.max(colon, 0));
        return spelt(prefix).or(() -> registered(prefix).filter(p -> p.isSpelt(prefix)))
                .filter(p -> !p.namespace().isEmpty())
                .map(p -> p.namespace() + curie.substring(colon + 1));
    }
}
