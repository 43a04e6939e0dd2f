package org.secretomegraph.pages;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A template of the folder {@code pages}, ready to be filled. What is filled in is escaped for HTML. */
public final class PageTemplate {
    private final Template template;

    private PageTemplate(Template template) {
        this.template = template;
    }

    /** Reads a template by name; a template that is missing or broken fails here and not in front of a reader. */
    public static PageTemplate named(String name) {
        Mustache.Compiler compiler =
                Mustache.compiler().escapeHTML(true).emptyStringIsFalse(true).withLoader(PageTemplate::source);
        try (Reader source = source(name)) {
            return new PageTemplate(compiler.compile(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page, filled with the parts of a record. */
    public String filledWith(Record parts) {
        return template.execute(parts);
    }

    private static Reader source(String name) {
        var in = PageTemplate.class.getResourceAsStream("/pages/" + name + ".mustache");
        if (in == null) {
            throw new IllegalStateException("no page template is named " + name);
        }
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }
}
