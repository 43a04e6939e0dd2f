package org.secretomegraph.vocab;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The prefixes of {@code link/registered-prefixes.tsv}: those of the Bioregistry that are not in {@link
 * PrefixRegistry}. A
 * prefix that is there is no mistake, though all that is known of its identifiers is where their IRIs begin.
 */
final class BioregistryPrefixes {
    private static final String FILE = "/link/registered-prefixes.tsv";
    private static final String OBO = "http://purl.obolibrary.org/obo/";
    private static final Pattern ANYTHING = Pattern.compile("\\S+");

    private final Map<String, PrefixRecord> byLowerCase = new HashMap<>();
    private final Map<String, PrefixRecord> byNamespace = new HashMap<>();

    private BioregistryPrefixes() {}

    static BioregistryPrefixes bundled() {
        BioregistryPrefixes all = new BioregistryPrefixes();
        try (InputStream in = BioregistryPrefixes.class.getResourceAsStream(FILE);
                var rows = CsvReader.builder().fieldSeparator('\t').quoteCharacter('\0')
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            rows.forEach(row -> all.add(row.getField("prefix"), row.getField("namespace")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** The Bioregistry writes aeon for what the OBO library writes AEON: both are right. */
    private void add(String prefix, String namespace) {
        boolean isObo = namespace.startsWith(OBO) && namespace.endsWith("_");
        String inObo = isObo ? namespace.substring(OBO.length(), namespace.length() - 1) : prefix;
        PrefixRecord known = new PrefixRecord(prefix, inObo, prefix, ANYTHING, namespace, List.of());
        byLowerCase.put(prefix.toLowerCase(Locale.ROOT), known);
        byLowerCase.putIfAbsent(inObo.toLowerCase(Locale.ROOT), known);
        byNamespace.putIfAbsent(namespace, known);
    }

    /** The prefix that is written so, in whatever case. */
    Optional<PrefixRecord> named(String prefix) {
        return Optional.ofNullable(byLowerCase.get(prefix.toLowerCase(Locale.ROOT)));
    }

    /** The CURIE of an IRI in one of the namespaces, by the longest of them. */
    Optional<String> curie(String iri) {
        for (int end = iri.length() - 1; end > 0; end--) {
            PrefixRecord known = isBoundary(iri.charAt(end - 1)) ? byNamespace.get(iri.substring(0, end)) : null;
            if (known != null) {
                return Optional.of(known.prefix() + ":" + iri.substring(end));
            }
        }
        return Optional.empty();
    }

    private static boolean isBoundary(char c) {
        return !Character.isLetterOrDigit(c);
    }
}
