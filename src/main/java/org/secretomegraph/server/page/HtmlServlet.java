package org.secretomegraph.server.page;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.io.Messages;
import org.secretomegraph.server.http.ParseErrors;
import org.secretomegraph.server.http.QueryError;

/** A page that is made for each request. A failure is one line of plain text. */
abstract class HtmlServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient DatasetGraph graph;

    /** @param graph what the page shows, read in one transaction */
    HtmlServlet(DatasetGraph graph) {
        this.graph = graph;
    }

    /**
     * The page, made in a READ transaction.
     *
     * @throws InvalidInputException when the request is invalid
     */
    abstract String html(HttpServletRequest request);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            String page = Txn.calculateRead(graph, () -> html(request));
            response.setContentType("text/html; charset=utf-8");
            response.setHeader("Content-Security-Policy",
                    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'");
            response.getOutputStream().print(page);
        } catch (MovedException e) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", e.getMessage());
        } catch (NotFoundException e) {
            error(response, 404, Messages.of(e));
        } catch (RuntimeException e) {
            QueryError error = QueryError.of(e);
            error(response, error.status(), error.message());
        }
    }

    private static void error(HttpServletResponse response, int status, String line) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain; charset=utf-8");
        response.getOutputStream().print(ParseErrors.oneLine(line) + "\n");
    }

    /** The page is at another path of this server. */
    static final class MovedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MovedException(String path) {
            super(path);
        }
    }

    /** There is no such page. */
    static final class NotFoundException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotFoundException(String line) {
            super(line);
        }
    }
}
