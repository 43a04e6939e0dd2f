package org.secretomegraph.importing.record;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The databases that GO annotation files may name, and where their records are found
 * (https://github.com/geneontology/go-site/blob/master/metadata/db-xrefs.yaml).
 */
public final class GoDatabases {
    private static final String FILE = "/link/go-databases.tsv";

    private final Map<String, Database> byName = new HashMap<>();

    /** @param address of a record, with {@code [id]} in place of the identifier; may be empty */
    record Database(String name, String address) {}

    private GoDatabases() {}

    public static GoDatabases bundled() {
        GoDatabases all = new GoDatabases();
        try (InputStream in = GoDatabases.class.getResourceAsStream(FILE);
                var rows = CsvReader.builder().fieldSeparator('\t').quoteCharacter('\0')
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var row : rows) {
                Database database = new Database(row.getField("database"), row.getField("address"));
                all.byName.put(database.name(), database);
                for (String other : row.getField("other_spellings").split("\\|")) {
                    all.byName.putIfAbsent(other, database);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    public boolean isKnown(String name) {
        return byName.containsKey(name);
    }

    public Collection<String> names() {
        return byName.keySet();
    }

    /** The page of a record; empty when its database is unknown or has no pages. */
    Optional<String> address(String database, String id) {
        return Optional.ofNullable(byName.get(database)).map(Database::address).filter(a -> !a.isEmpty())
                .map(a -> a.replace("[id]", id));
    }

    /** An identifier's prefix. */
    public static String prefix(String curie) {
        return curie.substring(0, Math.max(0, curie.indexOf(':')));
    }

    /** An identifier without its prefix. */
    static String local(String curie) {
        return curie.substring(curie.indexOf(':') + 1);
    }
}
