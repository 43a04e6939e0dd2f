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
 * Who may write. With users: whoever gives a name and its password. Without: whoever sits at this machine, which a
 * proxy
 * and a web page in this machine's browser do not.
 */
final class WriteAuthorization {
    private static final List<String> FORWARDED = List.of("Forwarded", "X-Forwarded-For", "Via");
    private static final String BASIC = "basic ";

    private final Optional<PasswordFile> users;

    WriteAuthorization(Optional<PasswordFile> users) {
        this.users = users;
    }

    /** Lets the request pass or answers 401 or 403. Asked before a byte of the body is read. */
    void check(HttpAction action) {
        HttpServletRequest request = action.getRequest();
        if (isFromAnotherSite(request)) {
            ServletOps.errorForbidden("Web pages of other sites may not write here.");
        }
        if (users.isPresent()) {
            checkPassword(request, action.getResponse(), users.get());
        } else {
            checkThatItIsLocal(request);
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
            return colon > 0 && users.are(pair.substring(0, colon), pair.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void checkThatItIsLocal(HttpServletRequest request) {
        boolean local =
                isLoopback(request.getRemoteAddr()) && FORWARDED.stream().allMatch(h -> request.getHeader(h) == null)
                        && isLocalName(request.getServerName());
        if (!local) {
            ServletOps.errorForbidden(
                    "Only this machine may write here; to let others, start the server with --users FILE.");
        }
    }

    /** A name that leads here by somebody's trick with DNS is not this machine's own. */
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
     * Browsers name the page that sends a form; the password or the place of the browser must not speak for that page.
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
