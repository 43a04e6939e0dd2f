package org.secretomegraph.curation.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.secretomegraph.vocab.Curie;

/**
 * The YAML block of a sheet: the lines above the column names that begin with {@code #}. A second {@code #} makes a
 * line a comment of YAML.
 *
 * @param entries what the block states
 * @param lines   its lines, with their rows
 */
public record SheetHeader(Map<String, Object> entries, List<Line> lines) {

    /** A line without its {@code #}. */
    record Line(long row, String text) {}

    /** Reads the block; what is no YAML in it is a fault, and it states what can be read all the same. */
    static SheetHeader read(List<Line> lines, SheetErrors errors) {
        return Optional.of(lines).filter(l -> !l.isEmpty()).flatMap(l -> new LenientYamlHeader(l, errors).read())
                .map(map -> new SheetHeader(byName(map), lines)).orElseGet(() -> new SheetHeader(Map.of(), List.of()));
    }

    private static Map<String, Object> byName(Map<?, ?> read) {
        Map<String, Object> entries = new LinkedHashMap<>();
        read.forEach((name, value) -> entries.put(String.valueOf(name), value == null ? "" : value));
        return entries;
    }

    /** An entry as text; empty when the block does not state it. */
    Optional<String> stated(String entry) {
        return Optional.ofNullable(entries.get(entry)).filter(v -> !(v instanceof Map))
                .map(v -> String.valueOf(v).strip())
                .filter(v -> !v.isEmpty());
    }

    /**
     * Each prefix of the entry {@code prefixes} and the address that it stands for; and those that are not far enough
     * in.
     */
    public Map<String, String> prefixes() {
        Map<String, String> all = new TreeMap<>();
        entries.entrySet().stream().filter(e -> Curie.namespace(e.getKey()).isPresent())
                .forEach(e -> all.put(e.getKey(), String.valueOf(e.getValue())));
        if (entries.get("prefixes") instanceof Map<?, ?> map) {
            map.forEach((prefix, address) -> all.put(String.valueOf(prefix), String.valueOf(address)));
        }
        return all;
    }

    /** The row where an entry, or an entry within one, stands; the block's first row when it does not. */
    long row(String entry) {
        Pattern start = Pattern.compile("^ *[\"']?" + Pattern.quote(entry) + "[\"']? *:.*");
        return IntStream.range(0, lines.size()).filter(i -> start.matcher(lines.get(i).text()).matches())
                .mapToLong(i -> lines.get(i).row()).findFirst().orElse(lines.isEmpty() ? 1 : lines.get(0).row());
    }
}
