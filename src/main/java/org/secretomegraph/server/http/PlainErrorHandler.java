package org.secretomegraph.server.http;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** The response to an error that no endpoint handled: one line of plain text, without page, stack trace or version. */
public final class PlainErrorHandler extends ErrorHandler {
    /** What Jetty calls the path of a request that it cannot parse. */
    private static final String UNREADABLE = "/badMessage";

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        String path = request.getHttpURI().getPath();
        String where = UNREADABLE.equals(path) ? "" : ": " + path;
        String line = status + " " + HttpStatus.getMessage(status) + where + "\n";
        response.getHeaders().put(new HttpField(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8"));
        Content.Sink.write(response, true, line, callback);
        return true;
    }
}
