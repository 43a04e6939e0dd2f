package org.secretomegraph.cli;

import java.io.Console;

/** Whether a person looks at what is printed. */
final class Terminal {
    private Terminal() {}

    /** From Java 22 on there may be a console without a terminal, and a method to ask it, which Java 21 lacks. */
    static boolean isThere() {
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
