package org.secretomegraph.curation.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.secretomegraph.io.Messages;
import org.secretomegraph.table.CellError;
import org.secretomegraph.table.RawCell;
import org.secretomegraph.table.SheetRule;
import org.secretomegraph.vocab.EditDistance;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the lines of a header as YAML 1.2 (https://yaml.org/spec/1.2.2/). When they are none, each entry is read by
 * itself, and of an entry that is none each line, so that one mistake hides no other: the line is reported, and taken for
 * what it was probably meant for.
 */
final class LenientYamlHeader {
    private static final Pattern ENTRY = Pattern.compile("(\\s*[\\w-]+:\\s+)(.*\\S)\\s*");
    private static final Pattern FIRST_WORD = Pattern.compile("[\\s\"']*([\\w-]+)[\"']?\\s*[:=\\uFF1A]?\\s*(.*?)\\s*");
    private static final Pattern PREFIX =
            Pattern.compile("\\s*([A-Za-z]\\w*)\\s*[:=]?\\s*[\"']?(https?://[^\\s\"']+)[\"']?\\s*");
    private static final Pattern NO_SPACE = Pattern.compile("(\\s*\\w+):(\\S.*)");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\uFFFE\\uFFFF&&[^\\t]]");

    private final List<SheetHeader.Line> lines;
    private final SheetErrors errors;
    private final List<String> text = new ArrayList<>();
    private final Set<Integer> reported = new HashSet<>();
    private final Map<String, Object> entries = new LinkedHashMap<>();
    private final Map<String, Object> prefixes = new LinkedHashMap<>();

    LenientYamlHeader(List<SheetHeader.Line> lines, SheetErrors errors) {
        this.lines = lines;
        this.errors = errors;
    }

    /** What the block states, as far as it can be read; empty when it states nothing. */
    Optional<Map<?, ?>> read() {
        for (int i = 0; i < lines.size(); i++) {
            text.add(line(i));
        }
        try {
            Object all = load(String.join("\n", text));
            if (all == null || all instanceof Map<?, ?> map && isPlain(map)) {
                return Optional.ofNullable((Map<?, ?>) all);
            }
        } catch (YamlEngineException e) {
            // Which lines are wrong is looked for below.
        }
        for (int from = 0, to; from < text.size(); from = to) {
            to = from + 1;
            while (to < text.size() && !isEntry(text.get(to))) {
                to++;
            }
            group(from, to);
        }
        prefixes.forEach((prefix, address) -> nested().putIfAbsent(prefix, address));
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries);
    }

    @SuppressWarnings("unchecked")
    private Map<Object, Object> nested() {
        Object now = entries.computeIfAbsent("prefixes", p -> new LinkedHashMap<>());
        Map<Object, Object> map = now instanceof Map ? (Map<Object, Object>) now : new LinkedHashMap<>();
        entries.put("prefixes", map);
        return map;
    }

    private static Object load(String yaml) {
        return new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }

    /** Whether no entry stands within another one, because it is too far in. */
    private static boolean isPlain(Map<?, ?> map) {
        return map.values().stream().noneMatch(value -> value instanceof Map<?, ?> within
                && within.keySet().stream().anyMatch(HeaderCheck.ENTRIES::containsKey));
    }

    private static boolean isEntry(String line) {
        return !line.isBlank() && !line.startsWith(" ") && !line.startsWith("#");
    }

    /** The line as YAML can take it; what it cannot even look at is reported. */
    private String line(int i) {
        String written = lines.get(i).text();
        String clean = CONTROL.matcher(RawCell.printable(written)).replaceAll("");
        if (RawCell.hasUndecoded(written)) {
            report(i, CellError
                    .of(SheetRule.ENCODING, "bytes in the line are not UTF-8", "Save the sheet as UTF-8 and type the"
                            + " character again.")
                    .withSuggestion("# " + RawCell.asWindows(written)));
        } else if (CONTROL.matcher(written).find()) {
            report(i, CellError.of(SheetRule.CHARACTER, "the line holds a control character", "Delete it.")
                    .withSuggestion("# " + clean));
        }
        return clean;
    }

    /** An entry and the lines that belong to it. */
    private void group(int from, int to) {
        try {
            if (load(String.join("\n", text.subList(from, to))) instanceof Map<?, ?> map && isPlain(map)) {
                map.forEach((name, value) -> entry(from, String.valueOf(name), value));
                return;
            }
        } catch (YamlEngineException e) {
            // Each line is looked at by itself.
        }
        boolean isPrefix = PREFIX.matcher(text.get(from)).matches();
        int indent = -1;
        for (int i = from; i < to; i++) {
            boolean isWithin = i > from && !text.get(i).isBlank() && !text.get(i).strip().startsWith("#");
            int here = text.get(i).length() - text.get(i).stripLeading().length();
            indent = isWithin && indent < 0 ? here : indent;
            if (isWithin && indent != here && !isPrefix) {
                tell(i, "the line is further in than those around it, or less far");
            }
            if (i == from || isWithin) {
                single(i, i > from);
            }
        }
    }

    private void single(int i, boolean isWithin) {
        try {
            if (load(text.get(i).strip()) instanceof Map<?, ?> map) {
                map.forEach((name, value) -> within(i, isWithin, String.valueOf(name), value));
                return;
            }
            if (isWithin && !PREFIX.matcher(text.get(i)).matches()) {
                return;
            }
            tell(i, NO_SPACE.matcher(text.get(i)).matches() ? "no space is behind the colon"
                    : "it has no colon behind a name");
        } catch (YamlEngineException e) {
            tell(i, e instanceof MarkedYamlEngineException marked ? marked.getProblem() : Messages.of(e));
        }
        guess(i, isWithin);
    }

    private void within(int i, boolean isWithin, String name, Object value) {
        if (!isWithin) {
            entry(i, name, value);
        } else if (HeaderCheck.ENTRIES.containsKey(name)) {
            tell(i, "the line is further in than other entries are");
            entry(i, name, value);
        } else if (value instanceof String address && address.matches("https?://.*")) {
            prefixes.put(name, address);
        } else {
            tell(i, "mapping values are not allowed here");
        }
    }

    private void entry(int i, String name, Object value) {
        if (entries.containsKey(name)) {
            tell(i, "the header holds the entry " + name + " twice");
        } else {
            entries.put(name, value);
        }
    }

    /** What a line that cannot be read was probably meant for. */
    private void guess(int i, boolean isWithin) {
        Matcher prefix = PREFIX.matcher(text.get(i));
        Matcher word = FIRST_WORD.matcher(text.get(i));
        Set<String> names = HeaderCheck.ENTRIES.keySet();
        Optional<String> name = word.matches() ? Optional.of(word.group(1)).filter(names::contains)
                .or(() -> isWithin || prefix.matches() ? Optional.empty() : EditDistance.nearest(word.group(1), names))
                : Optional.empty();
        if (name.isPresent()) {
            entries.putIfAbsent(name.get(), name.get().equals("prefixes") ? new LinkedHashMap<>()
                    : word.group(2).replaceAll("^[\"']|[\"']$", ""));
        } else if (prefix.matches()) {
            prefixes.put(prefix.group(1), prefix.group(2));
        }
    }

    private void tell(int i, String problem) {
        String line = text.get(i);
        Matcher entry = ENTRY.matcher(line);
        Matcher tight = NO_SPACE.matcher(line);
        String meant = entry.matches() && !entry.group(2).matches("['\"\\[{].*")
                ? entry.group(1) + "'" + entry.group(2).replace("'", "''") + "'"
                : tight.matches() ? tight.group(1) + ": " + tight.group(2) : "";
        CellError error = CellError.of(SheetRule.HEADER,
                "the lines with # are not YAML: " + String.valueOf(problem).replaceAll("\\s+", " "),
                "Write '# name: value', one entry a line, and each prefix below '# prefixes:' two spaces further in; put a value"
                        + " that holds ': ' into quotation marks.");
        report(i, meant.isEmpty() ? error : error.withSuggestion("# " + meant));
    }

    /** A line is mended once. */
    private void report(int i, CellError error) {
        if (reported.add(i)) {
            errors.addAt(lines.get(i).row(), "", "A", error, lines.get(i).text());
        }
    }
}
