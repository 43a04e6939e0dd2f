package org.secretomegraph.server.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A page of a list, by {@code limit} and {@code offset}.
 *
 * @param limit  the largest number of items
 * @param offset the number of items before the page
 */
record Paging(int limit, int offset) {
    static final int MAX_LIMIT = 10_000;
    static final String LIMIT = "limit";
    static final String OFFSET = "offset";
    private static final int MAX_OFFSET = 100_000_000;

    static Paging of(RequestParameters parameters, int defaultLimit) {
        return new Paging(parameters.number(LIMIT, defaultLimit, 1, MAX_LIMIT),
                parameters.number(OFFSET, 0, 0, MAX_OFFSET));
    }

    boolean contains(long index) {
        return index >= offset && index < (long) offset + limit;
    }

    /** Links to this, the first, the previous, the next and the last page (RFC 8288, with link relations of IANA). */
    List<String> links(RequestParameters parameters, long total) {
        List<String> links = new ArrayList<>();
        links.add(link(parameters.address(Map.of()), "self"));
        links.add(link(at(parameters, 0), "first"));
        if (offset > 0) {
            links.add(link(at(parameters, Math.max(0, offset - limit)), "prev"));
        }
        if (offset + (long) limit < total) {
            links.add(link(at(parameters, offset + limit), "next"));
        }
        if (total > 0) {
            links.add(link(at(parameters, (int) ((total - 1) / limit) * limit), "last"));
        }
        return links;
    }

    private String at(RequestParameters parameters, int newOffset) {
        return parameters.address(Map.of(LIMIT, String.valueOf(limit), OFFSET, String.valueOf(newOffset)));
    }

    static String link(String address, String relation) {
        return "<" + address + ">; rel=\"" + relation + "\"";
    }
}
