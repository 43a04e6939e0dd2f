package org.secretomegraph.linking.release;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.secretomegraph.io.SyntaxException;
import org.secretomegraph.vocab.Terms;

/**
 * Reads OBO documents line by line. The format is that of "OBO Flat File Format 1.4 Syntax and Semantics"
 * (http://purl.obolibrary.org/obo/oboformat/spec.html; https://github.com/owlcollab/oboformat, doc/obo-syntax.html):
 * sections 2.3 to 2.6 for what a line is, 5.0.2 and 5.9 for the IRIs. What a slice does not hold (definitions,
 * intersections, xrefs) is passed over unread.
 *
 * <p>What only "The OBO Flat File Format Specification, version 1.2" has is read too
 * (https://owlcollab.github.io/oboformat/doc/GO.format.obo-1_2.html): lines that go on after a backslash (section 1.5),
 * the header's {@code version}, {@code id-mapping} and {@code default-relationship-id-prefix} (2.1), {@code
 * exact_synonym} and its like, {@code use_term}, {@code xref_analog}, and relationships that are {@code not_necessary}
 * (2.2.2). The header's {@code format-version} cannot tell the two apart: today's releases, GO's among them, are
 * written as 1.4 and say 1.2. Where they differ, 1.4 holds: the scope that a synonym states is its scope, and that of
 * its type only where it states none.
 */
final class OboReader {
    private enum Frame { HEADER, TERM, TYPEDEF, INSTANCE, OTHER }

    private final String file;
    private final OntologyHandler handler;
    private final OboIdentifiers ids = new OboIdentifiers();
    private final OboTypedefs typedefs = new OboTypedefs();
    private final Map<String, Boolean> exactTypes = new HashMap<>();
    private Frame frame = Frame.HEADER;
    private String term = "";
    private long number;

    private OboReader(String file, OntologyHandler handler) {
        this.file = file;
        this.handler = handler;
    }

    /** @throws SyntaxException with the line where the text is not OBO */
    static void read(String file, InputStream in, OntologyHandler handler) throws IOException {
        OboReader reader = new OboReader(file, handler);
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        long read = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            reader.number = ++read;
            while (line.endsWith("\\") && OboTagValue.isContinued(line)) {
                String more = lines.readLine();
                read++;
                line = line.substring(0, line.length() - 1) + (more == null ? "" : more);
            }
            reader.line(line.strip());
        }
        reader.typedefs.sendTo(handler, reader.ids);
    }

    private void line(String line) {
        if (line.isEmpty() || line.startsWith("!")) {
            return;
        }
        if (line.startsWith("[")) {
            frame = switch (line.replaceFirst("].*$", "]")) {
                case "[Term]" -> Frame.TERM;
                case "[Typedef]" -> Frame.TYPEDEF;
                case "[Instance]" -> Frame.INSTANCE;
                default -> Frame.OTHER;
            };
            term = "";
            return;
        }
        int colon = line.indexOf(':');
        if (colon <= 0) {
            throw new SyntaxException(file, number, 0,
                    "is not an OBO file: a line must be 'tag: value', [Term], or empty");
        }
        String tag = line.substring(0, colon);
        OboTagValue value = new OboTagValue(line.substring(colon + 1));
        switch (frame) {
            case HEADER -> header(tag, value);
            case TERM, TYPEDEF, INSTANCE -> clause(tag, value);
            case OTHER -> {}
        }
    }

    private void header(String tag, OboTagValue value) {
        switch (tag) {
            case "ontology" -> {
                ids.ontology(value.text());
                handler.header(HeaderField.ONTOLOGY, value.text().startsWith("http") ? value.text()
                        : Terms.OBO + value.text() + ".owl");
            }
            case "date" -> handler.header(HeaderField.DATE, value.text());
            case "import" -> handler.header(HeaderField.IMPORT, value.text());
            case "data-version", "version" -> handler.header(HeaderField.VERSION, value.text());
            case "idspace" -> ids.idspace(value.word(0), value.word(1));
            case "id-mapping" -> ids.mapping(value.word(0), value.word(1));
            case "default-relationship-id-prefix" -> ids.relationPrefix(value.word(0));
            case "synonymtypedef" -> exactTypes.put(value.word(0), value.afterQuoted().equalsIgnoreCase("EXACT"));
            case "property_value" -> headerProperty(value.word(0), value.afterWord());
            default -> {}
        }
    }

    private void headerProperty(String property, String value) {
        if (property.endsWith("/license") || property.endsWith(":license")) {
            handler.header(HeaderField.LICENSE, value);
        } else if (property.endsWith("/title") || property.endsWith(":title")) {
            handler.header(HeaderField.TITLE, value);
        } else if (property.endsWith("versionInfo")) {
            handler.header(HeaderField.VERSION, value);
        }
    }

    private void clause(String tag, OboTagValue value) {
        if (tag.equals("id")) {
            term = frame == Frame.TYPEDEF ? value.word(0) : ids.iri(value.word(0));
            text(frame == Frame.TERM ? TermField.CLASS
                    : frame == Frame.TYPEDEF ? TermField.PROPERTY : TermField.INDIVIDUAL, "");
            return;
        }
        if (term.isEmpty()) {
            throw new SyntaxException(file, number, 0, "a stanza must begin with its id: line");
        }
        switch (tag) {
            case "name" -> text(TermField.LABEL, value.text());
            case "synonym" -> synonym(isExact(value.afterQuoted()), value);
            case "exact_synonym" -> synonym(true, value);
            case "narrow_synonym", "broad_synonym", "related_synonym" -> synonym(false, value);
            case "is_a" -> unlessConditional(TermField.IS_A, value, value.word(0));
            case "relationship" -> {
                if (OboIdentifiers.isPartOf(ids.iri(value.word(0)))) {
                    unlessConditional(TermField.PART_OF, value, value.word(1));
                }
            }
            case "is_metadata_tag" -> {
                if (frame == Frame.TYPEDEF && value.word(0).equals("true")) {
                    text(TermField.ANNOTATION_PROPERTY, "");
                }
            }
            case "inverse_of" -> send(TermField.INVERSE_OF, value.word(0));
            case "is_obsolete" -> {
                if (value.word(0).equals("true")) {
                    text(TermField.OBSOLETE, "");
                }
            }
            case "replaced_by" -> send(TermField.REPLACED_BY, value.word(0));
            case "consider", "use_term" -> send(TermField.CONSIDER, value.word(0));
            case "alt_id" -> send(TermField.MERGED, value.word(0));
            case "xref", "xref_analog" -> {
                if (frame == Frame.TYPEDEF) {
                    typedefs.xref(term, value.word(0));
                }
            }
            default -> {}
        }
    }

    /** A synonym without a text says nothing. */
    private void synonym(boolean isExact, OboTagValue value) {
        if (!value.quoted().isBlank()) {
            text(isExact ? TermField.EXACT_SYNONYM : TermField.OTHER_SYNONYM, value.quoted());
        }
    }

    private void text(TermField field, String value) {
        if (frame == Frame.TYPEDEF) {
            typedefs.send(term, field, value, false);
        } else {
            handler.term(term, field, value);
        }
    }

    private void send(TermField field, String id) {
        if (frame == Frame.TYPEDEF) {
            typedefs.send(term, field, id, true);
        } else {
            handler.term(term, field, ids.iri(id));
        }
    }

    /** Of a synonym with this scope or, where it states none, of this type; one with neither is a related one. */
    private boolean isExact(String scopeOrType) {
        return scopeOrType.equalsIgnoreCase("EXACT") || exactTypes.getOrDefault(scopeOrType, false);
    }

    /**
     * A clause with a gci_ qualifier holds only within a species or a context (section 5.2.2), one that is not
     * necessary not for all (1.2, section 2.2.2): what it names is not a parent of the term.
     */
    private void unlessConditional(TermField field, OboTagValue value, String id) {
        String qualifiers = value.qualifiers();
        if (!qualifiers.contains("gci_relation") && !qualifiers.matches(".*\\bnot_necessary=\"?true\\b.*")) {
            send(field, id);
        }
    }
}
