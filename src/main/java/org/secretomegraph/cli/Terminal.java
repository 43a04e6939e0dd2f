package org.secretomegraph.cli;

import java.io.Console;

/** Whether the output goes to a terminal. */
final class Terminal {
    private Terminal() {}

    /** From Java 22 on there may be a console without a terminal, and a method for that, which Java 21 lacks. */
    static boolean isInteractive() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
