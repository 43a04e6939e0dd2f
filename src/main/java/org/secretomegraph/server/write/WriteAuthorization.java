package org.secretomegraph.server.write;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.ServletOps;

/**
 * Who may write. With a password file: its users. Without: clients on this machine, but neither proxies nor web pages
 * in a browser on this machine.
 */
final class WriteAuthorization {
    private static final List<String> FORWARDED = List.of("Forwarded", "X-Forwarded-For", "Via");
    private static final String BASIC = "basic ";

    private final Optional<PasswordFile> users;

    WriteAuthorization(Optional<PasswordFile> users) {
        this.users = users;
    }

    /** Accepts the request or answers 401 or 403, before a byte of the body is read. */
    void check(HttpAction action) {
        HttpServletRequest request = action.getRequest();
        if (isFromAnotherSite(request)) {
            ServletOps.errorForbidden("Web pages of other sites may not write here.");
        }
        if (users.isPresent()) {
            checkPassword(request, action.getResponse(), users.get());
        } else {
            checkIsLocal(request);
        }
    }

    private static void checkPassword(HttpServletRequest request, HttpServletResponse response, PasswordFile users) {
        String given = request.getHeader("Authorization");
        if (given == null || !given.toLowerCase(Locale.ROOT).startsWith(BASIC) || !isUser(given, users)) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Secretome Graph\", charset=\"UTF-8\"");
            ServletOps.error(401, "To write, give a name and its password (HTTP Basic). Everybody may read.");
        }
    }

    private static boolean isUser(String authorization, PasswordFile users) {
        try {
            String pair = new String(Base64.getDecoder().decode(authorization.substring(BASIC.length()).strip()),
                    StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon > 0 && users.authenticate(pair.substring(0, colon), pair.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void checkIsLocal(HttpServletRequest request) {
        boolean local =
                isLoopback(request.getRemoteAddr()) && FORWARDED.stream().allMatch(h -> request.getHeader(h) == null)
                        && isLocalName(request.getServerName());
        if (!local) {
            ServletOps.errorForbidden(
                    "Only this machine may write here; to let others, start the server with --users FILE.");
        }
    }

    /** A host name that another DNS server maps to this machine (DNS rebinding) is not local. */
    private static boolean isLocalName(String host) {
        String bare = host.replaceAll("^\\[|]$", "");
        return bare.equalsIgnoreCase("localhost")
                || bare.matches("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:.]*") && isLoopback(bare);
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address.replaceAll("^\\[|]$", "")).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /**
     * Browsers state the origin of the page that sends a form. Neither the password that a browser stores nor its place
     * on this machine authorizes that page.
     */
    private static boolean isFromAnotherSite(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return false;
        }
        try {
            return !String.valueOf(URI.create(origin).getAuthority()).equalsIgnoreCase(request.getHeader("Host"));
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
