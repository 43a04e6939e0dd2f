package org.secretomegraph.linking.release;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.secretomegraph.io.DownloadedFile;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.io.SyntaxException;
import org.secretomegraph.vocab.Terms;

/**
 * Reads OBO Graphs JSON (https://github.com/geneontology/obographs, schema/obographs-schema.json and
 * README-owlmapping.md) token by token: one node or edge is in memory at a time, never the document.
 */
final class OboGraphsReader {
    private static final Map<String, TermField> FACTS = Map.of(
            Terms.OBO + "IAO_0100001", TermField.REPLACED_BY,
            OwlTripleAdapter.OBO_IN_OWL + "consider", TermField.CONSIDER,
            OwlTripleAdapter.OBO_IN_OWL + "hasAlternativeId", TermField.MERGED);

    private final JsonReader json;
    private final OntologyHandler handler;
    private final OboIdentifiers ids = new OboIdentifiers();

    private OboGraphsReader(JsonReader json, OntologyHandler handler) {
        this.json = json;
        this.handler = handler;
    }

    /** @throws SyntaxException when the text is no JSON, or no OBO graph */
    static void read(DownloadedFile release, InputStream in, OntologyHandler handler) throws IOException {
        String file = release.name();
        try (JsonReader json = new JsonReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            new OboGraphsReader(json, handler).document(release);
        } catch (MalformedJsonException | EOFException | IllegalStateException | NumberFormatException e) {
            throw new SyntaxException(file, 0, 0, "is not OBO Graphs JSON: " + String.valueOf(e.getMessage())
                    .replaceAll("\\s+", " ").replaceFirst(" See https://\\S+$", ""), e);
        }
    }

    /** A document may have a JSON-LD {@code @context} beside its graphs; JSON-LD without graphs is another format. */
    private void document(DownloadedFile release) throws IOException {
        Set<String> names = new HashSet<>();
        object(name -> {
            names.add(name);
            if (name.equals("graphs")) {
                each(this::graph);
            } else {
                json.skipValue();
            }
        });
        if (!names.contains("graphs")) {
            UnsupportedFormat format = names.stream().anyMatch(name -> name.startsWith("@"))
                    ? UnsupportedFormat.JSON_LD : UnsupportedFormat.OTHER;
            throw new InvalidInputException(release.name() + ": " + format.message(release.fileName()));
        }
    }

    private void graph() throws IOException {
        if (isNull()) {
            return;
        }
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "id" -> header(HeaderField.ONTOLOGY, text().replaceFirst("\\.json$", ".owl"));
                case "meta" -> meta().header(this::header);
                case "nodes" -> each(this::node);
                case "edges" -> each(this::edge);
                default -> json.skipValue();
            }
        }
        json.endObject();
    }

    private void header(HeaderField field, String value) {
        if (!value.isEmpty()) {
            handler.header(field, value);
        }
    }

    private void node() throws IOException {
        String id = "";
        String label = "";
        String type = "";
        String propertyType = "";
        OboGraphsMeta meta = new OboGraphsMeta();
        if (isNull()) {
            return;
        }
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "id" -> id = ids.iri(text());
                case "lbl" -> label = text();
                case "type" -> type = text();
                case "propertyType" -> propertyType = text();
                case "meta" -> meta = meta();
                default -> json.skipValue();
            }
        }
        json.endObject();
        if (type.equals("CLASS")) {
            handler.term(id, TermField.CLASS, "");
        } else if (type.equals("PROPERTY")) {
            handler.term(id, switch (propertyType) {
                case "ANNOTATION" -> TermField.ANNOTATION_PROPERTY;
                case "DATA" -> TermField.DATA_PROPERTY;
                default -> TermField.PROPERTY;
            }, "");
        } else if (type.equals("INDIVIDUAL")) {
            handler.term(id, TermField.INDIVIDUAL, "");
        } else if (!type.isEmpty()) {
            handler.term(id, TermField.NO_TERM, "");
        }
        if (!label.isEmpty()) {
            handler.term(id, TermField.LABEL, label);
        }
        send(id, meta);
    }

    private void send(String id, OboGraphsMeta meta) {
        meta.exactSynonyms.forEach(s -> handler.term(id, TermField.EXACT_SYNONYM, s));
        meta.otherSynonyms.forEach(s -> handler.term(id, TermField.OTHER_SYNONYM, s));
        if (meta.deprecated) {
            handler.term(id, TermField.OBSOLETE, "");
        }
        meta.values.forEach(v -> Optional.ofNullable(FACTS.get(v.property()))
                .ifPresent(field -> handler.term(id, field, ids.iri(v.value()))));
    }

    private void edge() throws IOException {
        String subject = "";
        String predicate = "";
        String object = "";
        if (isNull()) {
            return;
        }
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "sub" -> subject = ids.iri(text());
                case "pred" -> predicate = text();
                case "obj" -> object = ids.iri(text());
                default -> json.skipValue();
            }
        }
        json.endObject();
        switch (predicate) {
            case "is_a", "subPropertyOf" -> handler.term(subject, TermField.IS_A, object);
            case "inverseOf" -> handler.term(subject, TermField.INVERSE_OF, object);
            default -> {
                if (OboIdentifiers.isPartOf(ids.iri(predicate))) {
                    handler.term(subject, TermField.PART_OF, object);
                }
            }
        }
    }

    private OboGraphsMeta meta() throws IOException {
        OboGraphsMeta meta = new OboGraphsMeta();
        if (isNull()) {
            return meta;
        }
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "synonyms" -> each(() -> {
                    OboGraphsMeta.Value v = propertyValue();
                    if (!v.value().isEmpty()) {
                        (v.property().endsWith("hasExactSynonym") ? meta.exactSynonyms : meta.otherSynonyms)
                                .add(v.value());
                    }
                });
                case "basicPropertyValues" -> each(() -> meta.values.add(propertyValue()));
                case "version" -> meta.version = text();
                case "deprecated" -> meta.deprecated = text().equals("true");
                default -> json.skipValue();
            }
        }
        json.endObject();
        return meta;
    }

    private OboGraphsMeta.Value propertyValue() throws IOException {
        String property = "";
        String value = "";
        if (isNull()) {
            return new OboGraphsMeta.Value(property, value);
        }
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "pred" -> property = text();
                case "val" -> value = text();
                default -> json.skipValue();
            }
        }
        json.endObject();
        return new OboGraphsMeta.Value(property.contains(":") ? ids.iri(property) : property, value);
    }

    /** A scalar as text; null counts as empty. */
    private String text() throws IOException {
        if (isNull()) {
            return "";
        }
        return json.peek() == JsonToken.BOOLEAN ? Boolean.toString(json.nextBoolean()) : json.nextString();
    }

    /** Members of an object; null stands for none. */
    private void object(Member member) throws IOException {
        if (isNull()) {
            return;
        }
        json.beginObject();
        while (json.hasNext()) {
            member.read(json.nextName());
        }
        json.endObject();
    }

    /** Elements of an array; null stands for none. */
    private void each(Element element) throws IOException {
        if (isNull()) {
            return;
        }
        json.beginArray();
        while (json.hasNext()) {
            element.read();
        }
        json.endArray();
    }

    private boolean isNull() throws IOException {
        if (json.peek() != JsonToken.NULL) {
            return false;
        }
        json.nextNull();
        return true;
    }

    private interface Member {
        void read(String name) throws IOException;
    }

    private interface Element {
        void read() throws IOException;
    }
}
