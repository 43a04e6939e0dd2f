package org.secretomegraph.app;

import java.io.Console;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.target.remote.RemoteGraphStore.Login;

/** The password of a user, which never stands on a command line: others could read it there. */
final class CredentialPrompt {
    private static final String VARIABLE = "SECRETOME_PASSWORD";

    private CredentialPrompt() {}

    static Login of(String user) {
        String given = System.getenv(VARIABLE);
        if (given != null) {
            return new Login(user, given);
        }
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("Password of %s: ", user);
        if (typed == null) {
            throw new InvalidInputException("the password of " + user + " is not known: set " + VARIABLE);
        }
        return new Login(user, new String(typed));
    }
}
