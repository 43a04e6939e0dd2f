package org.secretomegraph.graph;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.sparql.util.Context;

/**
 * A JSON-LD context is inside the document or it is refused: to read a file never fetches what somebody else wrote into
 * it (JSON-LD 1.1, section "Security considerations", https://www.w3.org/TR/json-ld11/#iana-security).
 */
public final class JsonLdLoaderPolicy {
    private JsonLdLoaderPolicy() {}

    /** For a parser. */
    public static Context refused() {
        Context context = new Context();
        context.set(LangJSONLD11.JSONLD_OPTIONS, new JsonLdOptions((url, options) -> {
            throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED,
                    "remote contexts are refused, write the"
                            + " context into the document: " + url);
        }));
        return context;
    }
}
