package org.secretomegraph.server.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which part of a list is asked for, by {@code limit} and {@code offset}.
 *
 * @param limit  how many at most
 * @param offset how many are left out before
 */
record Paging(int limit, int offset) {
    static final int MOST = 10_000;
    static final String LIMIT = "limit";
    static final String OFFSET = "offset";
    private static final int LAST_OFFSET = 100_000_000;

    static Paging of(RequestParameters given, int normal) {
        return new Paging(given.number(LIMIT, normal, 1, MOST), given.number(OFFSET, 0, 0, LAST_OFFSET));
    }

    boolean holds(long index) {
        return index >= offset && index < (long) offset + limit;
    }

    /** Links to this, the first, the previous, the next and the last part (RFC 8288, with IANA's link relations). */
    List<String> links(RequestParameters given, long total) {
        List<String> links = new ArrayList<>();
        links.add(link(given.address(Map.of()), "self"));
        links.add(link(at(given, 0), "first"));
        if (offset > 0) {
            links.add(link(at(given, Math.max(0, offset - limit)), "prev"));
        }
        if (offset + (long) limit < total) {
            links.add(link(at(given, offset + limit), "next"));
        }
        if (total > 0) {
            links.add(link(at(given, (int) ((total - 1) / limit) * limit), "last"));
        }
        return links;
    }

    private String at(RequestParameters given, int start) {
        return given.address(Map.of(LIMIT, String.valueOf(limit), OFFSET, String.valueOf(start)));
    }

    static String link(String address, String relation) {
        return "<" + address + ">; rel=\"" + relation + "\"";
    }
}
