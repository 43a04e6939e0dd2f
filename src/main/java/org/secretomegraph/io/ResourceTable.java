package org.secretomegraph.io;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Tables that travel with the program as resources, so that they can be read and changed without Java: UTF-8, columns
 * separated by tabs, comment lines that begin with {@code #}, then one line of column names. Quotes are characters like
 * others.
 */
public final class ResourceTable {
    private ResourceTable() {}

    /** @param name path of the resource from the root of the class path, for example {@code /vocab/prefixes.tsv} */
    public static List<NamedCsvRecord> read(String name) {
        try (InputStream in = ResourceTable.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing from this build");
            }
            return read(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a table of the same form from elsewhere, and closes it. */
    public static List<NamedCsvRecord> read(Reader table) throws IOException {
        try (var rows = CsvReader.builder().fieldSeparator('\t').quoteCharacter('\0')
                .commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(table)) {
            return rows.stream().toList();
        }
    }
}
