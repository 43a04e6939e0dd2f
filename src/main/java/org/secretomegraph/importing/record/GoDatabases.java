package org.secretomegraph.importing.record;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.secretomegraph.io.ResourceTable;

/**
 * The databases that GO annotation files may name, and where their records are found
 * (https://github.com/geneontology/go-site/blob/master/metadata/db-xrefs.yaml).
 */
public final class GoDatabases {

    private final Map<String, Database> byName = new HashMap<>();

    /** @param address of a record, with {@code [id]} in place of the identifier; may be empty */
    record Database(String name, String address) {}

    private GoDatabases() {}

    public static GoDatabases bundled() {
        GoDatabases all = new GoDatabases();
        for (var row : ResourceTable.read("/importing/go-databases.tsv")) {
            Database database = new Database(row.getField("database"), row.getField("address"));
            all.byName.put(database.name(), database);
            for (String other : row.getField("other_spellings").split("\\|")) {
                all.byName.putIfAbsent(other, database);
            }
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
