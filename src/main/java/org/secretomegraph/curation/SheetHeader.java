package org.secretomegraph.curation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.secretomegraph.sheet.Fault;
import org.secretomegraph.sheet.SheetRule;
import org.secretomegraph.sheet.TextCell;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The YAML block of a sheet: the lines above the column names that begin with {@code #}. A second {@code #} makes a line a
 * comment of YAML.
 *
 * @param entries what the block states
 * @param lines   its lines, with their rows
 */
record SheetHeader(Map<String, Object> entries, List<Line> lines) {

    private static final Pattern ENTRY = Pattern.compile("(\\s*[\\w-]+:\\s+)(.*\\S)\\s*");

    /** A line without its {@code #}. */
    record Line(long row, String text) {}

    /** Reads the block; when it is no YAML, that is a fault, and it states what can be read all the same. */
    static SheetHeader read(List<Line> lines, SheetFaults faults) {
        lines.stream().filter(line -> TextCell.hasUndecoded(line.text())).forEach(line -> faults.elsewhere(line.row(), "", "A",
                Fault.of(SheetRule.ENCODING, "bytes in the line are not UTF-8", "Save the sheet as UTF-8 and type the"
                        + " character again.").meant("# " + TextCell.asWindows(line.text())), line.text()));
        List<String> text = new ArrayList<>(lines.stream().map(line -> TextCell.printable(line.text())).toList());
        for (int mended = -1;;) {
            try {
                return of(new Load(LoadSettings.builder().build()).loadFromString(String.join("\n", text)), lines, faults);
            } catch (YamlEngineException e) {
                int index = Math.min(e instanceof MarkedYamlEngineException m ? mark(m).map(Mark::getLine).orElse(0) : 0,
                        text.size() - 1);
                if (index <= mended) {
                    return new SheetHeader(Map.of(), List.of());
                }
                String problem = e instanceof MarkedYamlEngineException m ? m.getProblem() : e.getMessage();
                fault(lines, index, String.valueOf(problem), faults);
                text.set(index, quoted(text.get(index)));
                mended = index;
            }
        }
    }

    private static SheetHeader of(Object read, List<Line> lines, SheetFaults faults) {
        if (read instanceof Map<?, ?> map) {
            return new SheetHeader(byName(map), lines);
        }
        if (read != null) {
            fault(lines, 0, "they are one text and no entries", faults);
        }
        return new SheetHeader(Map.of(), List.of());
    }

    /** What most lines that are no YAML lack; with it the other lines can be read, and their faults be told too. */
    private static String quoted(String line) {
        Matcher entry = ENTRY.matcher(line);
        return entry.matches() ? entry.group(1) + "'" + entry.group(2).replace("'", "''") + "'" : line;
    }

    /** Where it shows; for what was begun and never ended where it begins. */
    private static Optional<Mark> mark(MarkedYamlEngineException e) {
        boolean isUnended = e.getContext() != null && e.getContext().startsWith("while scanning");
        return isUnended ? e.getContextMark().or(e::getProblemMark) : e.getProblemMark();
    }

    private static void fault(List<Line> lines, int index, String problem, SheetFaults faults) {
        Line line = lines.get(Math.min(index, lines.size() - 1));
        faults.elsewhere(line.row(), "", "A", Fault.of(SheetRule.HEADER, "the lines with # are no YAML: "
                + problem.replaceAll("\\s+", " "),
                "Write '# name: value', one entry a line; put a value that holds ': ' into quotation marks."), line.text());
    }

    private static Map<String, Object> byName(Map<?, ?> read) {
        Map<String, Object> entries = new java.util.LinkedHashMap<>();
        read.forEach((name, value) -> entries.put(String.valueOf(name), value == null ? "" : value));
        return entries;
    }

    /** An entry as text; empty when the block does not state it. */
    Optional<String> stated(String entry) {
        return Optional.ofNullable(entries.get(entry)).filter(v -> !(v instanceof Map)).map(v -> String.valueOf(v).strip())
                .filter(v -> !v.isEmpty());
    }

    /** The entry {@code prefixes}: each prefix and the address that it stands for. */
    Map<String, String> prefixes() {
        return entries.get("prefixes") instanceof Map<?, ?> map ? map.entrySet().stream().collect(
                java.util.stream.Collectors.toMap(e -> String.valueOf(e.getKey()), e -> String.valueOf(e.getValue())))
                : Map.of();
    }

    /** The row where an entry, or an entry within one, stands; the block's first row when it does not. */
    long row(String entry) {
        Pattern start = Pattern.compile("^ *[\"']?" + Pattern.quote(entry) + "[\"']? *:.*");
        return IntStream.range(0, lines.size()).filter(i -> start.matcher(lines.get(i).text()).matches())
                .mapToLong(i -> lines.get(i).row()).findFirst().orElse(lines.isEmpty() ? 1 : lines.get(0).row());
    }
}
