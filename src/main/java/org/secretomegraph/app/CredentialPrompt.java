package org.secretomegraph.app;

import java.io.Console;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.target.remote.RemoteGraphStore.Login;

/** Asks for the password of a user. It is not an argument, because others could read it in the list of processes. */
final class CredentialPrompt {
    private static final String VARIABLE = "SECRETOME_PASSWORD";

    private CredentialPrompt() {}

    static Login of(String user) {
        String fromEnvironment = System.getenv(VARIABLE);
        if (fromEnvironment != null) {
            return new Login(user, fromEnvironment);
        }
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("Password of %s: ", user);
        if (typed == null) {
            throw new InvalidInputException("the password of " + user + " is not known: set " + VARIABLE);
        }
        return new Login(user, new String(typed));
    }
}
