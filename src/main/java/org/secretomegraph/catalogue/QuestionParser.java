package org.secretomegraph.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.query.QueryParseException;
import org.jspecify.annotations.Nullable;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.io.Messages;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a query file. Lines that begin with {@code #+} are its header, a YAML block as grlc
 * (https://grlc.io) has it; the whole file stays plain SPARQL, so that it runs anywhere. The entries are described in
 * {@code queries/README.md}.
 */
final class QuestionParser {
    private static final String MARK = "#+";
    private static final Pattern SERVICE = Pattern.compile("(?i)\\bSERVICE\\s+(?:SILENT\\s+)?<([^>]*)>");
    private final Path file;
    private final Map<?, ?> header;

    private QuestionParser(Path file, Map<?, ?> header) {
        this.file = file;
        this.header = header;
    }

    /** @throws InvalidInputException when the header is not complete or the text is not SPARQL */
    static Question read(Path file) {
        String text = text(file);
        String yaml = text.lines().filter(line -> line.startsWith(MARK))
                .map(line -> line.substring(MARK.length()).replaceFirst("^ ", ""))
                .collect(Collectors.joining("\n"));
        Question question = new QuestionParser(file, yaml(file, yaml)).question(text);
        check(file, question);
        return question;
    }

    private Question question(String text) {
        return new Question(file.getFileName().toString().replaceFirst("\\.rq$", ""), needed("summary"),
                needed("description"), list("parameters").stream().map(this::parameter).toList(),
                list("tags").stream().map(String::valueOf).toList(), optional("expected"), federated(),
                list("ensures").stream().map(this::invariant).toList(), text);
    }

    /** What holds for each answer, in words and as SPARQL. */
    private Invariant invariant(Object entry) {
        if (!(entry instanceof Map<?, ?> map) || map.get("that") == null || map.get("sparql") == null) {
            throw wrong(
                    "an entry of 'ensures' needs 'that' (a sentence) and 'sparql' (ASK, which is true, or SELECT, which finds"
                            + " nothing)");
        }
        return new Invariant(String.valueOf(map.get("that")).strip(), String.valueOf(map.get("sparql")).strip());
    }

    /** One endpoint, or a list of them. */
    private List<String> federated() {
        List<?> all = header.get("federated") instanceof String one ? List.of(one) : list("federated");
        return all.stream().map(String::valueOf).sorted().toList();
    }

    private Parameter parameter(Object entry) {
        if (!(entry instanceof Map<?, ?> map)) {
            throw wrong("a parameter needs name, type, default (or example) and label");
        }
        for (String part : List.of("name", "type", "label")) {
            if (map.get(part) == null) {
                throw wrong("a parameter lacks '" + part + "'");
            }
        }
        Optional<String> usual = Optional.ofNullable(map.get("default")).map(String::valueOf);
        String example =
                usual.or(() -> Optional.ofNullable(map.get("example")).map(String::valueOf)).orElseThrow(() -> wrong(
                        "a parameter lacks 'default', or 'example' where a value must be given"));
        String type = String.valueOf(map.get("type"));
        return new Parameter(String.valueOf(map.get("name")),
                Parameter.Type.named(type)
                        .orElseThrow(() -> wrong("unknown type '" + type + "': iri, string, integer")),
                usual, example, texts(map.get("under")), texts(map.get("choices")), String.valueOf(map.get("label")));
    }

    private static List<String> texts(@Nullable Object entry) {
        return entry instanceof List<?> all ? all.stream().map(String::valueOf).toList() : List.of();
    }

    /** A parameter that is not in the text would be ignored in silence, and the asker would never know. */
    private static void check(Path file, Question question) {
        try {
            question.query();
        } catch (QueryParseException e) {
            throw new InvalidInputException(file + ":" + Math.max(1, e.getLine()) + ": not SPARQL 1.1: "
                    + Messages.of(e).replaceAll("\\s+", " "), e);
        }
        List<String> asked =
                SERVICE.matcher(question.query().serialize()).results().map(found -> found.group(1)).distinct()
                        .sorted().toList();
        if (!asked.equals(question.federated())) {
            throw new InvalidInputException(
                    file + ": the header's 'federated' is " + question.federated() + ", and the query asks " + asked);
        }
        String body = question.text().lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n"));
        for (Parameter p : question.parameters()) {
            if (!body.matches("(?s).*\\?" + p.name() + "\\b.*")) {
                throw new InvalidInputException(file + ": parameter '" + p.name() + "' is not a variable of the query");
            }
        }
        for (Invariant invariant : question.ensures()) {
            try {
                invariant.over(question, question.examples(), List.of());
            } catch (QueryParseException e) {
                throw new InvalidInputException(
                        file + ": what is ensured, '" + invariant.that() + "', is not SPARQL 1.1: "
                                + Messages.of(e).replaceAll("\\s+", " "),
                        e);
            }
        }
    }

    private String needed(String entry) {
        if (header.get(entry) == null) {
            throw wrong("the header lacks '" + entry + "'");
        }
        return String.valueOf(header.get(entry)).strip();
    }

    private String optional(String entry) {
        return header.get(entry) == null ? "" : String.valueOf(header.get(entry));
    }

    private List<?> list(String entry) {
        return header.get(entry) instanceof List<?> list ? list : List.of();
    }

    private InvalidInputException wrong(String problem) {
        return new InvalidInputException(file + ": " + problem + "; write it in the #+ lines at the top");
    }

    private static Map<?, ?> yaml(Path file, String yaml) {
        try {
            Object read = new Load(LoadSettings.builder().build()).loadFromString(yaml);
            return read instanceof Map<?, ?> map ? map : Map.of();
        } catch (YamlEngineException e) {
            throw new InvalidInputException(
                    file + ": the #+ header is not YAML: " + Messages.of(e).replaceAll("\\s+", " "), e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new InvalidInputException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
