package org.secretomegraph.server.entity;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFWriter;
import org.secretomegraph.pages.PageTemplate;
import org.secretomegraph.release.export.SchemaOrg;

/** The description of an entity in one of its representations. */
public final class EntityDocument {
    private final Supplier<PageTemplate> page;

    EntityDocument(Supplier<PageTemplate> page) {
        this.page = page;
    }

    byte[] of(Entities entities, Node entity, String path, Representation form) {
        if (form == Representation.HTML) {
            String script = new SchemaOrg(entities.asserted()).describe(entity).map(JSON::toString)
                    .map(EntityDocument::inScript).orElse("");
            return page.get().filledWith(new EntityPageModel(entities, entity).page(path, script))
                    .getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RDFWriter.source(BoundedDescription.of(entity, entities)).format(form.format()).output(out);
        return out.toByteArray();
    }

    /** JSON for a script element: no tag and no comment may begin in it, so that {@code <} is escaped. */
    public static String inScript(String json) {
        return json.replace("<", "\\u003c");
    }
}
